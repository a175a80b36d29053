import { Link } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { Bulk } from "../Operations/Bulk.resjson";
import { formatNumber } from "../Controls/formatNumber";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** How many findings are selected, which is never out of sight, and how many of them are. Nothing is shown of none. */
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
        {count === 0 && !isGrowing ? "" : selectedText(count, hidden, isGrowing)}
      </span>
      {count > 0 && <Link onClick={onClear}>{Bulk.clearSelection}</Link>}
    </div>
  );
}

function selectedText(count: number, hidden: number, isGrowing: boolean): string {
  if (isGrowing) {
    return format(Bulk.selecting, formatNumber(count));
  }
  return hidden > 0
    ? format(Bulk.selectedHidden, formatNumber(count), formatNumber(hidden))
    : format(Bulk.selected, formatNumber(count));
}

const barStyles = themeStyles((theme) => ({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    gap: "0 12px",
    lineHeight: 20,
    color: theme.semanticColors.bodySubtext,
    // High enough for a finger, without touching what is below; the line keeps its height.
    selectors: {
      ".ms-Link": { textDecoration: "underline", minHeight: 24, margin: "-3px 0 -1px" },
    },
  },
}));
