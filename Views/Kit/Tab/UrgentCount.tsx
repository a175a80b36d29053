import { Icon, Link } from "@fluentui/react";
import { useMemo } from "react";
import type { Finding, Urgent } from "../Model/findingsTab";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** How many findings need attention before others; pressed, it shows just these. */
export function UrgentCount<T extends Finding>(props: {
  readonly urgent: Urgent<T>;
  readonly items: readonly T[];
  readonly isPartial: boolean;
  readonly onShow: (urgent: Urgent<T>) => void;
}) {
  const { urgent, items, isPartial, onShow } = props;
  const classes = useStyles(urgentStyles);
  const count = useMemo(() => items.filter((item) => urgent.isUrgent(item)).length, [urgent, items]);
  const text = urgent.text(count, isPartial);
  return (
    <p className={classes.urgent}>
      <Icon
        iconName={count > 0 ? "Warning" : "Clock"}
        className={count > 0 ? classes.icon : undefined}
        aria-hidden
      />
      {count > 0 ? <Link onClick={() => onShow(urgent)}>{text}</Link> : text}
    </p>
  );
}

const urgentStyles = themeStyles((theme) => ({
  urgent: {
    display: "flex",
    alignItems: "center",
    gap: 8,
    margin: 0,
    selectors: { ".ms-Link": { textDecoration: "underline" } },
  },
  icon: { color: theme.semanticColors.severeWarningIcon },
}));
