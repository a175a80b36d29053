import { formatTime } from "../Controls/formatDate";
import type { Findings } from "../Session/useFindings";
import { useTheme, type Theme } from "@fluentui/react";
import type { CSSProperties } from "react";
import { format } from "../../../Client/Core/format";
import { worstLevel, type Level } from "../../../Client/Core/level";
import { Findings as Text } from "../Screens/Findings.resjson";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { formatNumber } from "../Controls/formatNumber";
import { knownLevels } from "../Model/knownLevels";
import { levelFill, stripWidth } from "../Controls/levelColor";
import { openCount, usualFilters } from "../Model/openFindings";
import type { Screen } from "../Screens/screen";
import { useChangeTabView } from "../Model/dashboardView";
import { useChangeSelection } from "../Model/selection";
import { useScreen } from "../Screens/useScreen";
import { inFlatFrames } from "../Controls/lowFrame";
import { dividerColor, themeStyles, useStyles } from "../Controls/useStyles";

/** What a tile says: the worst level present among what is open, how many have it, of how many open. */
interface TileContent {
  /** `undefined`: none, or not known. */
  readonly level: Level | undefined;
  readonly count: string;
  readonly total: string | undefined;
  readonly caption: string;
}

/** The worst findings of one kind at a glance. Pressed, it opens their tab with that level filtered. */
export function FindingsTile<T extends Finding>(props: {
  readonly tab: FindingsTab<T>;
  readonly onSelect: () => void;
}) {
  const { tab, onSelect } = props;
  const theme = useTheme();
  const classes = useStyles(tileStyles);
  const change = useChangeTabView(tab.id);
  const changeSelection = useChangeSelection(tab.id);
  const { screen } = useScreen(tab);
  const { level, count, total, caption } = tileContent(tab, screen);
  const select = () => {
    onSelect();
    if (level) {
      // The number is of what is open, and so is the list that it leads to.
      Object.keys(usualFilters(tab, [])).forEach((key) => change({ type: "removeFilter", key }));
      // What matches is something else now; rows that come later must not join unseen.
      changeSelection({ type: "stopGrowing" });
      change({ type: "filter", key: tab.levelKey, values: [level] });
    }
  };
  return (
    <button type="button" className={classes.tile} onClick={select}>
      <span className={classes.edge} style={edgeFill(theme, level)} aria-hidden />
      <span className={classes.content}>
        <span>
          <span className={classes.count}>{count}</span>
          {total !== undefined && <span className={classes.total}>/{total}</span>}
        </span>
        <span>{caption}</span>
      </span>
    </button>
  );
}

function edgeFill(theme: Theme, level: Level | undefined): CSSProperties {
  return level ? levelFill(theme, level) : { backgroundColor: dividerColor(theme) };
}

/** Why a tile has no number, on the screens that have none. */
const unknownReasons: Readonly<Record<Exclude<Screen<unknown>["kind"], "clean" | "findings">, string>> = {
  loading: Text.tileLoading,
  noPermission: Text.tileNoPermission,
  failed: Text.tileFailed,
  notCovered: Text.tileNotCovered,
  partlyCovered: Text.tileDoubtful,
  neverScanned: Text.tileNeverScanned,
  awaitingScan: Text.tileNeverScanned,
};

function tileContent<T extends Finding>(tab: FindingsTab<T>, screen: Screen<T>): TileContent {
  switch (screen.kind) {
    case "clean":
      return screen.doubts.length > 0
        ? unknownContent(tab, Text.tileDoubtful)
        : { level: undefined, count: "0", total: undefined, caption: tab.title };
    case "findings":
      return (
        dated(findingsContent(tab, screen.findings.listing), screen.findings) ??
        unknownContent(tab, Text.tileNotCounted)
      );
    default:
      return unknownContent(tab, unknownReasons[screen.kind]);
  }
}

function unknownContent({ title }: Pick<FindingsTab<never>, "title">, reason: string): TileContent {
  return {
    level: undefined,
    count: Text.unknownCount,
    total: undefined,
    caption: format(Text.tileUnknown, title, reason),
  };
}

/** What could not be read again says how old it is. */
function dated<T>(content: TileContent | undefined, { listing, lost }: Findings<T>): TileContent | undefined {
  return content && lost?.part === "refresh"
    ? { ...content, caption: format(Text.tileAsOf, content.caption, formatTime(listing.asOf)) }
    : content;
}

function findingsContent<T extends Finding>(
  tab: FindingsTab<T>,
  listing: Parameters<typeof knownLevels<T>>[1],
): TileContent | undefined {
  const levels = knownLevels(tab, listing);
  const total = openCount(tab, listing);
  if (total === 0) {
    return { level: undefined, count: "0", total: undefined, caption: format(Text.tileOpen, tab.noun) };
  }
  const level = levels && worstLevel(tab.levels, levels);
  return (
    level && {
      level,
      count: formatNumber(levels[level] ?? 0),
      total: total === undefined ? undefined : formatNumber(total),
      caption: format(Text.tileCaption, level, tab.noun),
    }
  );
}

const tileStyles = themeStyles((theme) => ({
  tile: {
    ...theme.fonts.medium,
    display: "flex",
    alignItems: "stretch",
    gap: 10,
    minWidth: 130,
    padding: "4px 12px 4px 4px",
    border: "none",
    borderRadius: 2,
    background: "none",
    color: theme.semanticColors.bodyText,
    textAlign: "left",
    cursor: "pointer",
    selectors: {
      ":hover": { backgroundColor: theme.semanticColors.listItemBackgroundHovered },
      ":focus-visible": { outline: `2px solid ${theme.semanticColors.focusBorder}` },
      [inFlatFrames]: { minWidth: 0, gap: 8, padding: "3px 6px 3px 3px" },
    },
  },
  edge: { width: stripWidth(theme), borderRadius: 2, flexShrink: 0, forcedColorAdjust: "none" },
  content: {
    display: "flex",
    flexDirection: "column",
    selectors: { [inFlatFrames]: { flexFlow: "row wrap", alignItems: "baseline", gap: "0 6px" } },
  },
  count: {
    ...theme.fonts.xLarge,
    fontWeight: 600,
    lineHeight: 28,
    selectors: { [inFlatFrames]: { fontSize: 16, lineHeight: 22 } },
  },
  total: { color: theme.semanticColors.bodySubtext, marginLeft: 2 },
}));
