import { useTheme } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { worstLevel, type Level, type LevelCounts } from "../../../Client/Core/level";
import type { Listing } from "../../../Client/Core/listing";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { Findings } from "../Screens/Findings.resjson";
import { formatNumber } from "../Controls/formatNumber";
import { knownLevels } from "../Model/knownLevels";
import { levelFill, stripWidth } from "../Controls/levelColor";
import { openCount } from "../Model/openFindings";
import { themeStyles, useStyles } from "../Controls/useStyles";
import { TermButton } from "../Terms/TermButton";

/** "By severity", of what is open: the worst level with its number large, the others as a stacked bar with a legend. */
export function LevelSummary<T extends Finding>(props: {
  readonly tab: FindingsTab<T>;
  readonly listing: Listing<T>;
}) {
  const { tab, listing } = props;
  const classes = useStyles(summaryStyles);
  const counts = knownLevels(tab, listing);
  const worst = counts && worstLevel(tab.levels, counts);
  const isNoneOpen = openCount(tab, listing) === 0;
  const others = tab.levels.filter((level) => level !== worst);
  return (
    <section className={classes.summary} aria-label={tab.levelTitle}>
      <div className={classes.heading}>
        <h2 className={classes.title}>{tab.levelTitle}</h2>
        {tab.levelTerm && <TermButton term={tab.levelTerm} />}
      </div>
      {counts && worst ? (
        <div className={classes.body}>
          <LevelNumber level={worst} count={counts[worst] ?? 0} />
          <div className={classes.others}>
            <StackedBar levels={others} counts={counts} />
            <ul className={classes.legend}>
              {others.map((level) => (
                <LegendItem key={level} level={level} count={counts[level] ?? 0} />
              ))}
            </ul>
          </div>
        </div>
      ) : (
        <p className={classes.unknown}>
          <span className={classes.number}>{isNoneOpen ? "0" : Findings.unknownCount}</span>{" "}
          {isNoneOpen ? format(Findings.tileOpen, tab.noun) : Findings.levelUnknown}
        </p>
      )}
    </section>
  );
}

function LevelNumber({ level, count }: { readonly level: Level; readonly count: number }) {
  const theme = useTheme();
  const classes = useStyles(summaryStyles);
  return (
    <div className={classes.worst}>
      <span className={classes.edge} style={levelFill(theme, level)} aria-hidden />
      <span className={classes.number}>{formatNumber(count)}</span>
      <span>{level}</span>
    </div>
  );
}

function StackedBar({ levels, counts }: { readonly levels: readonly Level[]; readonly counts: LevelCounts }) {
  const theme = useTheme();
  const classes = useStyles(summaryStyles);
  const present = levels.filter((level) => (counts[level] ?? 0) > 0);
  return (
    <div className={classes.bar} aria-hidden>
      {present.map((level) => (
        <span
          key={level}
          className={classes.segment}
          style={{ flexGrow: counts[level] ?? 0, ...levelFill(theme, level) }}
        />
      ))}
    </div>
  );
}

function LegendItem({ level, count }: { readonly level: Level; readonly count: number }) {
  const theme = useTheme();
  const classes = useStyles(summaryStyles);
  return (
    <li className={classes.legendItem}>
      <span className={classes.dot} style={levelFill(theme, level)} aria-hidden />
      {level} <strong>{formatNumber(count)}</strong>
    </li>
  );
}

const summaryStyles = themeStyles((theme) => ({
  summary: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0 16px", minHeight: 28 },
  heading: { display: "flex", alignItems: "center", gap: 4 },
  title: { ...theme.fonts.medium, fontWeight: 600, margin: 0 },
  body: { display: "flex", gap: "0 16px", alignItems: "center", flexWrap: "wrap" },
  worst: { display: "flex", alignItems: "baseline", gap: 8 },
  edge: {
    alignSelf: "stretch",
    width: stripWidth(theme),
    forcedColorAdjust: "none",
  },
  number: { ...theme.fonts.xLarge, fontWeight: 600, lineHeight: 24 },
  others: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0 16px" },
  bar: {
    display: "flex",
    gap: 2,
    width: 120,
    height: 8,
    borderRadius: 4,
    overflow: "hidden",
    backgroundColor: theme.semanticColors.bodyBackgroundHovered,
  },
  segment: { minWidth: 4, forcedColorAdjust: "none" },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    gap: "0 16px",
    listStyle: "none",
    margin: 0,
    padding: 0,
  },
  legendItem: { display: "flex", alignItems: "center", gap: 6 },
  dot: { width: 10, height: 10, borderRadius: 5, forcedColorAdjust: "none" },
  unknown: {
    margin: 0,
    display: "flex",
    alignItems: "baseline",
    gap: 12,
    color: theme.semanticColors.bodySubtext,
  },
}));
