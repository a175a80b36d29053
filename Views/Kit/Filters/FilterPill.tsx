import { IconButton } from "@fluentui/react";
import { useMemo, useRef, useState } from "react";
import { format } from "../../../Client/Core/format";
import { FilterChoices } from "./FilterChoices";
import { chosenLabels, filterOptions } from "./filterOptions";
import type { Filter } from "../Model/findingsTab";
import type { TabView } from "../Model/tabView";
import { Findings } from "../Screens/Findings.resjson";
import { DialogCallout } from "../Controls/DialogCallout";
import { themeStyles, useStyles } from "../Controls/useStyles";

const none: readonly never[] = [];

/** `Severity : High, Low ✕`. Opens a checklist with the number of findings per value; each tick applies at once. */
export function FilterPill<T>(props: {
  readonly filter: Filter<T>;
  readonly filters: readonly Filter<T>[];
  /** What its values are counted in. */
  readonly items: readonly T[];
  /** Of all filters. */
  readonly allChosen: TabView["filters"];
  /** Why values are missing; absent or `undefined`: none is. */
  readonly note?: string | undefined;
  /** A filter that was just added opens by itself. */
  readonly openAtOnce: boolean;
  readonly onChange: (values: readonly string[]) => void;
  /** `undefined`: there is nothing to take away. */
  readonly onRemove: (() => void) | undefined;
}) {
  const { filter, filters, items, allChosen, note, openAtOnce, onChange, onRemove } = props;
  const { label } = filter;
  const chosen = allChosen[filter.key] ?? none;
  const classes = useStyles(pillStyles);
  const target = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(openAtOnce);
  const labels = useMemo(() => chosenLabels(filter, items, chosen), [filter, items, chosen]);
  const options = useMemo(
    () => (isOpen ? filterOptions(filter, filters, items, allChosen) : none),
    [isOpen, filter, filters, items, allChosen],
  );
  const value = labels.length === 0 ? Findings.all : labels.join(", ");
  const toggle = (option: string, checked: boolean) =>
    onChange(checked ? [...chosen, option] : chosen.filter((other) => other !== option));
  return (
    <span className={classes.pill}>
      <button
        ref={target}
        type="button"
        className={classes.button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={format(Findings.pillDescription, label, value)}
        onClick={() => setOpen(true)}
      >
        <span>{format(Findings.pillSeparator, label)}</span>
        <strong className={classes.value}>{value}</strong>
      </button>
      {onRemove && (
        <IconButton
          className={classes.remove}
          iconProps={{ iconName: "Cancel", styles: { root: { fontSize: 10 } } }}
          ariaLabel={format(Findings.removeFilter, label)}
          onClick={() => {
            // This button goes away with the choice, its pill mostly stays.
            target.current?.focus();
            onRemove();
          }}
        />
      )}
      {isOpen && (
        <DialogCallout target={target} label={label} onDismiss={() => setOpen(false)}>
          <FilterChoices label={label} options={options} chosen={chosen} note={note} onToggle={toggle} />
        </DialogCallout>
      )}
    </span>
  );
}

const pillStyles = themeStyles((theme) => ({
  pill: {
    display: "inline-flex",
    alignItems: "center",
    maxWidth: "100%",
    border: `1px solid ${theme.semanticColors.inputBorder}`,
    borderRadius: 12,
    height: 24,
    backgroundColor: theme.semanticColors.bodyBackground,
  },
  button: {
    ...theme.fonts.medium,
    display: "inline-flex",
    gap: 4,
    alignItems: "center",
    minWidth: 0,
    height: "100%",
    padding: "0 10px",
    border: "none",
    borderRadius: 12,
    background: "none",
    color: theme.semanticColors.bodyText,
    cursor: "pointer",
    whiteSpace: "nowrap",
    selectors: {
      ":hover": {
        backgroundColor: theme.semanticColors.buttonBackgroundHovered,
        color: theme.semanticColors.buttonTextHovered,
      },
      ":focus-visible": { outline: `2px solid ${theme.semanticColors.focusBorder}`, outlineOffset: "1px" },
    },
  },
  value: { overflow: "hidden", textOverflow: "ellipsis", maxWidth: 220 },
  remove: { width: 24, height: 24, borderRadius: 12 },
}));
