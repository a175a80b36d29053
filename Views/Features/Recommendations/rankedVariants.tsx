import { readableLine } from "../../../Client/Core/visibleText";
import { recommendationLevels, type RecommendationLevel } from "../../../Client/Core/level";
import type { Ownership } from "../../../Client/Core/ownership";
import type { Column, Filter, Finding, StripFact, TabVariant } from "../../Kit/Model/findingsTab";
import { findingFilterKey } from "../../Kit/Model/findingFilterKey";
import { LevelBadge } from "../../Kit/Controls/LevelBadge";
import { Recommendations } from "./Recommendations.resjson";
import { mineFilter, overdue, ownerColumns, ownerFilter, statusFilter } from "./ownerVariants";
import { ownersText, statusText } from "./recommendationLabels";
import type { TabContext } from "../../Kit/Model/tabContext";
import { TermButton } from "../../Kit/Terms/TermButton";

/** A finding that is ranked by risk or severity and can have an owner. */
interface Ranked extends Finding {
  readonly level: RecommendationLevel;
  readonly ranking: "risk" | "severity";
  readonly ownership: Ownership;
}

/** What differs between the kinds of ranked findings. */
interface RankedTab<T extends Ranked> {
  /** Columns between the level and the owner, for these findings. */
  columns(items: readonly T[]): readonly Column<T>[];
  /** Filters beside level, status, owner, and the finding itself. */
  readonly filters: readonly Filter<T>[];
  /** What a finding is called. */
  titleOf(item: T): string;
  /** What tells it from others of the same title; empty: nothing does. */
  tellOf(item: T): string;
  /** The one name in the details' strip that is not about level, owner or status; absent: all three are shown. */
  fact?(items: readonly T[]): (item: T) => { readonly label: string; readonly name: string };
}

/**
 * How a tab of ranked findings looks: with risk levels or severities, with or without owners. Without Defender CSPM there are
 * neither risks nor owners, and a line says what it would add.
 */
export function rankedVariants<T extends Ranked>(tab: RankedTab<T>) {
  return (items: readonly T[], { hasCspm, me }: TabContext): TabVariant<T> =>
    variantOf(tab, items, hasCspm !== false, me);
}

function variantOf<T extends Ranked>(
  tab: RankedTab<T>,
  items: readonly T[],
  hasOwners: boolean,
  me: string | undefined,
): TabVariant<T> {
  const byRisk = items.some(({ ranking }) => ranking === "risk");
  const factOf = tab.fact?.(items);
  const levelLabel = byRisk ? Recommendations.columnRisk : Recommendations.columnSeverity;
  const level: Filter<T> = {
    key: "level",
    label: levelLabel,
    pinned: true,
    valuesOf: (item) => [item.level],
    order: recommendationLevels,
  };
  const filters = [...tab.filters, findingFilter(tab, items)];
  return {
    columns: [levelColumn(levelLabel), ...tab.columns(items), ...(hasOwners ? ownerColumns : [])],
    filters: hasOwners ? ownedFilters(level, filters, me) : [level, ...filters],
    levelTitle: byRisk ? Recommendations.byRisk : Recommendations.bySeverity,
    levelTerm: byRisk ? "riskLevel" : "severity",
    ...(hasOwners ? whereOwned : whereUnowned),
    strip: (item) => stripOf(factOf, item, hasOwners),
  };
}

/** Certain findings: what leads to a list of them has chosen which. */
function findingFilter<T extends Ranked>(
  { titleOf, tellOf }: Pick<RankedTab<T>, "titleOf" | "tellOf">,
  items: readonly T[],
): Filter<T> {
  let known: ReadonlyMap<string, T> | undefined;
  const itemOf = (id: string) => (known ??= new Map(items.map((item) => [item.id, item]))).get(id);
  const textOf = (id: string, text: (item: T) => string, otherwise: string) => {
    const item = itemOf(id);
    return item ? text(item) : otherwise;
  };
  return {
    key: findingFilterKey,
    label: Recommendations.filterFinding,
    pinned: false,
    isUnoffered: true,
    valuesOf: ({ id }) => [id],
    labelOf: (id) => textOf(id, titleOf, Recommendations.findingGone),
    tellOf: (id) => textOf(id, tellOf, ""),
  };
}

const whereOwned = {
  note: undefined,
  noteTerms: undefined,
  urgent: overdue,
  resolvedFilter: statusFilter.key,
};
const whereUnowned = {
  note: Recommendations.withoutCspm,
  noteTerms: ["cspm", "attackPath"],
  urgent: undefined,
  resolvedFilter: undefined,
} as const;

function ownedFilters<T extends Ranked>(
  level: Filter<T>,
  filters: readonly Filter<T>[],
  me: string | undefined,
): readonly Filter<T>[] {
  const mine = me === undefined ? [] : [mineFilter(me)];
  return [level, statusFilter, ...mine, ...filters, ownerFilter];
}

function levelColumn(label: string): Column<Ranked> {
  return {
    key: "level",
    label,
    value: ({ level }) => level,
    render: ({ level }) => <LevelBadge level={level} />,
    rank: ({ level }) => recommendationLevels.indexOf(level),
    width: 80,
  };
}

function stripOf<T extends Ranked>(
  factOf: ReturnType<NonNullable<RankedTab<T>["fact"]>> | undefined,
  item: T,
  hasOwners: boolean,
): readonly StripFact[] {
  const level = {
    label: item.ranking === "risk" ? Recommendations.columnRisk : Recommendations.columnSeverity,
    content: <LevelBadge level={item.level} />,
  };
  const owner = {
    label: Recommendations.columnOwner,
    content: ownersText(item.ownership) ?? Recommendations.noOwner,
  };
  const status = {
    label: Recommendations.columnStatus,
    content: (
      <>
        {statusText(item.ownership)}
        {item.ownership.status === "Exempted" && <TermButton term="exemption" />}
      </>
    ),
  };
  const named = factOf?.(item);
  const own = named ? [{ label: named.label, content: readableLine(named.name) }] : hasOwners ? [owner] : [];
  return [level, ...own, ...(hasOwners ? [status] : [])];
}
