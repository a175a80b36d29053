import { Link } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { Bulk } from "../Operations/Bulk.resjson";
import { formatNumber } from "../Controls/formatNumber";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** How many findings are selected, which is never out of sight, and how many of them are. */
export function SelectionBar(props: {
  readonly count: number;
  readonly hidden: number;
  readonly isGrowing: boolean;
  readonly onClear: () => void;
}) {
  const { count, hidden, isGrowing, onClear } = props;
  const classes = useStyles(barStyles);
  return (
    <div className={classes.bar}>
      <span role="status" aria-live="polite">
        {isGrowing ? format(Bulk.selecting, formatNumber(count)) : selectedText(count, hidden)}
      </span>
      {count > 0 && <Link onClick={onClear}>{Bulk.clearSelection}</Link>}
    </div>
  );
}

function selectedText(count: number, hidden: number): string {
  return hidden > 0
    ? format(Bulk.selectedHidden, formatNumber(count), formatNumber(hidden))
    : format(Bulk.selected, formatNumber(count));
}

const barStyles = themeStyles((theme) => ({
  bar: {
    display: "flex",
    gap: 12,
    lineHeight: 20,
    minHeight: 20,
    color: theme.semanticColors.bodySubtext,
    selectors: { ".ms-Link": { textDecoration: "underline" } },
  },
}));
