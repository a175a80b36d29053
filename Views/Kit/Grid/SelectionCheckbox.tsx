import { themeStyles, useStyles } from "../Controls/useStyles";

/** The checkbox of a row, or of all rows. The row around it doesn't open when it is pressed: {@link isOnCheckbox}. */
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
    // A finger that comes down beside the box must not open the row: what can be pressed is wider than what is seen.
    <label className={isTabStop ? classes.inHead : classes.inRow}>
      <input
        // No attribute says this.
        ref={(box) => box && (box.indeterminate = checked === undefined)}
        type="checkbox"
        className={classes.box}
        aria-label={label}
        {...(isTabStop ? {} : { tabIndex: -1, "data-is-focusable": false })}
        checked={checked ?? false}
        onChange={() => undefined}
        onClick={onToggle}
      />
    </label>
  );
}

/** Whether a press is meant for a checkbox. */
export function isOnCheckbox(target: EventTarget): boolean {
  return target instanceof Element && target.closest("label") !== null;
}

const checkboxStyles = themeStyles((theme) => ({
  // 24 pixels (WCAG 2.2, 2.5.8), in the middle of a line of the row's texts, which is 20 pixels high.
  inRow: { display: "block", width: 16, height: 16, padding: 4, margin: "-2px -4px", cursor: "pointer" },
  inHead: {
    display: "inline-block",
    verticalAlign: "middle",
    height: 16,
    padding: 4,
    margin: "0 -4px",
    lineHeight: 16,
    cursor: "pointer",
  },
  box: {
    width: 16,
    height: 16,
    margin: 0,
    verticalAlign: "top",
    cursor: "inherit",
    accentColor: theme.palette.themePrimary,
    colorScheme: theme.isInverted ? "dark" : "light",
    selectors: {
      ":focus-visible": { outline: `2px solid ${theme.semanticColors.focusBorder}` },
    },
  },
}));
