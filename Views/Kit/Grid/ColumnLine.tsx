import { Checkbox, TextField } from "@fluentui/react";
import { useState } from "react";
import { format } from "../../../Client/Core/format";
import {
  isColumnWidth,
  isShown,
  narrowestColumn,
  widestColumn,
  withShown,
  withWidth,
  type ColumnLayout,
} from "../Model/columnLayout";
import type { Column } from "../Model/findingsTab";
import { IconCommand } from "../Controls/IconCommand";
import { dividerColor, themeStyles, useStyles } from "../Controls/useStyles";
import { GridTexts } from "./GridOptions.resjson";

/** One column in the chooser: whether it is shown, how wide, and where. */
export function ColumnLine<T>(props: {
  readonly column: Column<T>;
  readonly layout: ColumnLayout;
  readonly onChange: (layout: ColumnLayout) => void;
  /** Whether what stands in the field of the width is one. */
  readonly onValid: (isValid: boolean) => void;
  /** `undefined`: it is the first. */
  readonly onUp: (() => void) | undefined;
  /** `undefined`: it is the last. */
  readonly onDown: (() => void) | undefined;
}) {
  const { column, layout, onChange, onValid, onUp, onDown } = props;
  const classes = useStyles(lineStyles);
  const { key, label, isRowHeader = false } = column;
  const changeWidth = (text: string) => {
    onValid(isWidthText(text));
    if (isWidthText(text)) {
      onChange(withWidth(layout, key, text.trim() === "" ? undefined : Number(text)));
    }
  };
  return (
    <li className={classes.line}>
      <Checkbox
        className={classes.name}
        label={label}
        checked={isShown(column, layout)}
        disabled={isRowHeader}
        {...(isRowHeader
          ? { title: GridTexts.alwaysShown, ariaLabel: `${label}. ${GridTexts.alwaysShown}` }
          : {})}
        onChange={(_, shown = false) => onChange(withShown(layout, key, shown))}
      />
      <WidthField label={format(GridTexts.width, label)} width={layout.widths[key]} onChange={changeWidth} />
      <IconCommand icon="ChevronUp" label={format(GridTexts.moveUp, label)} onClick={onUp} />
      <IconCommand icon="ChevronDown" label={format(GridTexts.moveDown, label)} onClick={onDown} />
    </li>
  );
}

/** A width as a text. Empty: the column has the width that its tab gives it. An invalid width is reported, not used. */
function WidthField(props: {
  readonly label: string;
  readonly width: number | undefined;
  readonly onChange: (text: string) => void;
}) {
  const { label, width, onChange } = props;
  const classes = useStyles(lineStyles);
  const [text, setText] = useState(width === undefined ? "" : String(width));
  return (
    <TextField
      className={classes.width}
      ariaLabel={label}
      inputMode="numeric"
      value={text}
      placeholder={GridTexts.widthAutomatic}
      errorMessage={
        isWidthText(text) ? undefined : format(GridTexts.widthRange, narrowestColumn, widestColumn)
      }
      onChange={(_, typed = "") => {
        setText(typed);
        onChange(typed);
      }}
    />
  );
}

function isWidthText(text: string): boolean {
  return text.trim() === "" || isColumnWidth(Number(text));
}

const lineStyles = themeStyles((theme) => ({
  line: {
    display: "flex",
    alignItems: "center",
    gap: 4,
    minHeight: 40,
    padding: "2px 0",
    borderBottom: `1px solid ${dividerColor(theme)}`,
  },
  name: { flex: 1, minWidth: 0 },
  width: { width: 88 },
}));
