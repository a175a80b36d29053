import { Checkbox, SearchBox } from "@fluentui/react";
import { useState } from "react";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "../Controls/formatNumber";
import { themeStyles, useStyles } from "../Controls/useStyles";
import { Findings } from "../Screens/Findings.resjson";
import type { FilterOption } from "./filterOptions";

/** More values than that are searched, and only so many are drawn. */
const fewValues = 40;
const drawnValues = 100;

/** The values of a filter with the number of findings that have them. Of many, a search box finds the ones that are meant. */
export function FilterChoices(props: {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly note: string | undefined;
  readonly onToggle: (value: string, checked: boolean) => void;
}) {
  const { label, options, chosen, note, onToggle } = props;
  const classes = useStyles(choicesStyles);
  const [sought, setSought] = useState("");
  const word = sought.trim().toLowerCase();
  const found = options.filter((option) => option.label.toLowerCase().includes(word));
  const isMany = options.length > fewValues;
  const shown = isMany ? chosenFirst(found, chosen).slice(0, drawnValues) : options;
  return (
    <div role="group" aria-label={label} className={classes.list}>
      <div className={classes.legend} aria-hidden>
        {label}
      </div>
      {isMany && (
        <SearchBox
          ariaLabel={format(Findings.searchValues, label)}
          placeholder={Findings.search}
          value={sought}
          onChange={(_, text = "") => setSought(text)}
        />
      )}
      {note !== undefined && <div>{note}</div>}
      {shown.map((option) => (
        <Checkbox
          key={option.value}
          label={`${option.label} (${formatNumber(option.count)})`}
          checked={chosen.includes(option.value)}
          onChange={(_, checked = false) => onToggle(option.value, checked)}
        />
      ))}
      {isMany && found.length > shown.length && (
        <div>{format(Findings.moreValues, formatNumber(found.length - shown.length))}</div>
      )}
    </div>
  );
}

function chosenFirst(options: readonly FilterOption[], chosen: readonly string[]): readonly FilterOption[] {
  const isChosen = ({ value }: FilterOption) => chosen.includes(value);
  return [...options.filter(isChosen), ...options.filter((option) => !isChosen(option))];
}

const choicesStyles = themeStyles(() => ({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: 10,
    minWidth: 180,
    maxWidth: 360,
    maxHeight: 360,
    overflowY: "auto",
    padding: 16,
    // The list scrolls; its lines keep their height.
    selectors: { "> *": { flexShrink: 0 } },
  },
  legend: { fontWeight: 600 },
}));
