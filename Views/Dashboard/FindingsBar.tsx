import { hiddenContentStyle } from "@fluentui/react";
import { memo } from "react";
import type { RegisteredTab } from "../Kit/Model/findingsTab";
import { inFlatFrames } from "../Kit/Controls/lowFrame";
import { dividerColor, themeStyles, useStyles } from "../Kit/Controls/useStyles";
import { Dashboard } from "./Dashboard.resjson";
import { PlanStatus } from "../Features/DefenderPlan/PlanStatus";

/** The strip on top of the tabs: the worst findings of each kind at a glance, and whether anything looks for them. */
export const FindingsBar = memo(function FindingsBar(props: {
  readonly tabs: readonly RegisteredTab[];
  readonly onSelect: (tab: string) => void;
}) {
  const { tabs, onSelect } = props;
  const classes = useStyles(barStyles);
  return (
    <div className={classes.bar} data-tour="bar">
      <section className={classes.findings} aria-label={Dashboard.findingsBar}>
        <h2 className={classes.title}>{Dashboard.findingsBar}</h2>
        <div className={classes.tiles}>
          {tabs.map(({ id, Tile }) => (
            <Tile key={id} onSelect={() => onSelect(id)} />
          ))}
        </div>
      </section>
      <PlanStatus />
    </div>
  );
});

const barStyles = themeStyles((theme) => ({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px 32px",
    flexShrink: 0,
    margin: "6px 20px 2px",
    padding: "6px 12px",
    border: `1px solid ${dividerColor(theme)}`,
    borderRadius: 2,
    boxShadow: theme.effects.elevation4,
    selectors: { [inFlatFrames]: { alignItems: "center", padding: "2px 8px", gap: "0 12px" } },
  },
  findings: {
    flex: "3 1 600px",
    minWidth: 0,
    selectors: { [inFlatFrames]: { flex: "0 1 auto" } },
  },
  title: {
    ...theme.fonts.medium,
    fontWeight: 600,
    margin: "0 0 4px",
    selectors: { [inFlatFrames]: hiddenContentStyle },
  },
  tiles: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px 12px",
    selectors: { [inFlatFrames]: { gap: "0 12px" } },
  },
}));
