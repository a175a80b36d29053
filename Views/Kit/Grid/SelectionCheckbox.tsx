import type { Theme } from "@fluentui/react";
import type { MouseEvent } from "react";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** The checkbox of a row, or of all rows. The row around it neither opens nor moves when it is pressed. */
export function SelectionCheckbox(props: {
  readonly label: string;
  /** `undefined`: some of what it stands for is selected. */
  readonly checked: boolean | undefined;
  /** Whether the Tab key stops here. A row's own does not: the row is the stop, and its space bar selects. */
  readonly isTabStop: boolean;
  readonly onToggle: (event: { readonly shiftKey: boolean }) => void;
}) {
  const { label, checked, isTabStop, onToggle } = props;
  const classes = useStyles(checkboxStyles);
  return (
    <input
      // No attribute says this.
      ref={(box) => box && (box.indeterminate = checked === undefined)}
      type="checkbox"
      className={isTabStop ? classes.box : classes.inRow}
      aria-label={label}
      {...(isTabStop ? {} : { tabIndex: -1, "data-is-focusable": false })}
      checked={checked ?? false}
      onChange={() => undefined}
      onClick={(event: MouseEvent) => {
        event.stopPropagation();
        onToggle(event);
      }}
    />
  );
}

const boxStyle = (theme: Theme) =>
  ({
    width: 16,
    height: 16,
    margin: 0,
    verticalAlign: "middle",
    cursor: "pointer",
    accentColor: theme.palette.themePrimary,
    colorScheme: theme.isInverted ? "dark" : "light",
    selectors: { ":focus-visible": { outline: `2px solid ${theme.semanticColors.focusBorder}` } },
  }) as const;

const checkboxStyles = themeStyles((theme) => ({
  box: boxStyle(theme),
  // On the line of the row's texts, which is 20 pixels high. One class: of two, the one of the newer theme would win.
  inRow: { ...boxStyle(theme), display: "block", margin: "2px 0" },
}));
