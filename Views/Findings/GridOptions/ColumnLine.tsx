import { Checkbox, IconButton, TextField, type IButton } from "@fluentui/react";
import { useEffect, useRef, useState, type RefObject } from "react";
import { fillIn } from "../../../Client/Domain/fillIn";
import {
  isColumnWidth,
  isShown,
  narrowestColumn,
  widestColumn,
  withShown,
  withWidth,
  type ColumnLayout,
} from "../columnLayout";
import type { Column } from "../findingsTab";
import { dividerColor, themeStyles, useStyles } from "../useStyles";
import { GridTexts } from "./GridOptions.resjson";

/** One column in the chooser: whether it is shown, how wide, and where. */
export function ColumnLine<T>(props: {
  readonly column: Column<T>;
  readonly layout: ColumnLayout;
  readonly onChange: (layout: ColumnLayout) => void;
  /** `undefined`: it is the first. */
  readonly onUp: (() => void) | undefined;
  /** `undefined`: it is the last. */
  readonly onDown: (() => void) | undefined;
}) {
  const { column, layout, onChange, onUp, onDown } = props;
  const classes = useStyles(lineStyles);
  const { key, label, isRowHeader = false } = column;
  const up = useRef<IButton>(null);
  const down = useRef<IButton>(null);
  const keepFocus = useFocusAfterMove();
  return (
    <li className={classes.line}>
      <Checkbox
        className={classes.name}
        label={label}
        checked={isShown(column, layout)}
        disabled={isRowHeader}
        {...(isRowHeader ? { title: GridTexts.alwaysShown, ariaLabel: `${label}. ${GridTexts.alwaysShown}` } : {})}
        onChange={(_, shown = false) => onChange(withShown(layout, key, shown))}
      />
      <WidthField
        label={fillIn(GridTexts.width, label)}
        width={layout.widths[key]}
        onChange={(width) => onChange(withWidth(layout, key, width))}
      />
      <MoveButton button={up} icon="ChevronUp" label={fillIn(GridTexts.moveUp, label)} onClick={onUp && keepFocus(up, onUp)} />
      <MoveButton
        button={down}
        icon="ChevronDown"
        label={fillIn(GridTexts.moveDown, label)}
        onClick={onDown && keepFocus(down, onDown)}
      />
    </li>
  );
}

function MoveButton(props: {
  readonly button: RefObject<IButton>;
  readonly icon: string;
  readonly label: string;
  readonly onClick: (() => void) | undefined;
}) {
  const { button, icon, label, onClick } = props;
  return (
    <IconButton
      componentRef={button}
      iconProps={{ iconName: icon }}
      ariaLabel={label}
      title={label}
      disabled={!onClick}
      allowDisabledFocus
      onClick={onClick}
    />
  );
}

/** React moves the line that goes down, and a moved element loses the focus: it is given back to the button that was pressed. */
function useFocusAfterMove() {
  const [pressed, setPressed] = useState<{ readonly button: RefObject<IButton> }>();
  useEffect(() => pressed?.button.current?.focus(), [pressed]);
  return (button: RefObject<IButton>, move: () => void) => () => {
    move();
    setPressed({ button });
  };
}

/** A width as a text; what is no width is said and not taken. Empty: the column has the width that its tab gives it. */
function WidthField(props: {
  readonly label: string;
  readonly width: number | undefined;
  readonly onChange: (width: number | undefined) => void;
}) {
  const { label, width, onChange } = props;
  const classes = useStyles(lineStyles);
  const [text, setText] = useState(width === undefined ? "" : String(width));
  const isValid = text === "" || isColumnWidth(Number(text));
  // "Reset" changes it from outside.
  const known = useRef(width);
  useEffect(() => {
    if (known.current !== width) {
      known.current = width;
      setText(width === undefined ? "" : String(width));
    }
  }, [width]);
  const type = (typed: string) => {
    setText(typed);
    const next = typed === "" ? undefined : Number(typed);
    if (next === undefined || isColumnWidth(next)) {
      known.current = next;
      onChange(next);
    }
  };
  return (
    <TextField
      className={classes.width}
      ariaLabel={label}
      inputMode="numeric"
      value={text}
      placeholder={GridTexts.widthAutomatic}
      errorMessage={isValid ? undefined : fillIn(GridTexts.widthRange, narrowestColumn, widestColumn)}
      onChange={(_, typed = "") => type(typed.trim())}
    />
  );
}

const lineStyles = themeStyles((theme) => ({
  line: {
    display: "flex",
    alignItems: "center",
    gap: 4,
    minHeight: 40,
    borderBottom: `1px solid ${dividerColor(theme)}`,
  },
  name: { flex: 1, minWidth: 0 },
  width: { width: 88 },
}));
