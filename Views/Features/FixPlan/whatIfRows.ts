import { standardsSummary, type ComplianceIssue } from "../../../Client/Compliance/compliance";
import { format } from "../../../Client/Core/format";
import { countLevels, type LevelCounts } from "../../../Client/Core/level";
import type { Listing } from "../../../Client/Core/listing";
import {
  plannedTabs,
  type FixWorld,
  type PlannedFinding,
  type PlannedTab,
} from "../../../Client/FixPlan/fixAction";
import { allCves, type Projection } from "../../../Client/FixPlan/projection";
import { cveSeverities } from "../../../Client/Vulnerabilities/vulnerability";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { isWhole } from "../../Kit/Model/openFindings";
import type { TabStanding } from "./tabStanding";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { levelsText, sumOf } from "./actionTexts";
import { FixPlan as Text } from "./FixPlan.resjson";

/** A number of the page, today and as it would be. */
export interface WhatIfRow {
  readonly title: string;
  readonly today: WhatIfNumber;
  readonly after: WhatIfNumber;
  /** No fix changes it. */
  readonly isFixed?: true;
}

interface WhatIfNumber {
  readonly count: string;
  /** "3 Critical, 9 High"; empty: not known, or there are none. */
  readonly levels: string;
}

/** The numbers of the tabs, of standards, and of CVEs. What isn't known today isn't known afterwards. */
export function whatIfRows(
  standings: readonly TabStanding[],
  world: FixWorld,
  projection: Projection,
  compliance: Listing<ComplianceIssue> | undefined,
): readonly WhatIfRow[] {
  const totalOf = (tab: PlannedTab) => standings.find(({ id }) => id === tab)?.total;
  return [
    ...standings.map((standing) => tabRow(standing, closedOf(standing.id, projection))),
    // An empty list may be one that can't be seen: what isn't known in its tab isn't here either.
    standardsRow(
      totalOf("compliance") === undefined ? undefined : compliance,
      projection.findings.compliance,
    ),
    cvesRow(world, projection, totalOf("vulnerabilities")),
  ];
}

/** `undefined`: a tab whose findings no fix closes. */
function closedOf(id: string, { findings }: Projection): readonly PlannedFinding[] | undefined {
  const tab = plannedTabs.find((one: PlannedTab) => one === id);
  return tab && findings[tab];
}

function tabRow(standing: TabStanding, closed: readonly PlannedFinding[] | undefined): WhatIfRow {
  const { title, total, counts, levels } = standing;
  const today = numberOf(total, counts, levels);
  if (closed === undefined) {
    return { title, today, after: today, isFixed: true };
  }
  const less = countLevels(closed, ({ item }) => item.level);
  const after = total === undefined ? undefined : total - closed.length;
  return { title, today, after: numberOf(after, counts && without(counts, less, levels), levels) };
}

/** The CVEs that were read, each once for each image or component. `listed`: how many components there are, if that's known. */
function cvesRow(world: FixWorld, { cves }: Projection, listed: number | undefined): WhatIfRow {
  const all = allCves(world);
  const left = without(all, cves, cveSeverities);
  const isUnread = (listed ?? 0) > 0 && world.weaknesses.some(({ open }) => open === "unread");
  const countOf = (counts: typeof all) => (listed === undefined ? undefined : sumOf(counts));
  return {
    title: isUnread ? Text.tileCvesRead : Text.tileCves,
    today: numberOf(countOf(all), all, cveSeverities),
    after: numberOf(countOf(left), left, cveSeverities),
  };
}

type Counts<L extends string> = Readonly<Partial<Record<L, number>>>;

function without<L extends string>(all: Counts<L>, less: Counts<L>, levels: readonly L[]): Counts<L> {
  const left: Partial<Record<L, number>> = {};
  for (const level of levels) {
    left[level] = (all[level] ?? 0) - (less[level] ?? 0);
  }
  return left;
}

function numberOf<L extends string>(
  count: number | undefined,
  counts: Counts<L> | LevelCounts | undefined,
  levels: readonly L[],
): WhatIfNumber {
  return count === undefined
    ? { count: Findings.unknownCount, levels: "" }
    : { count: formatNumber(count), levels: counts ? levelsText<L>(counts as Counts<L>, levels) : "" };
}

/** A standard would be met if all of its issues closed, and all of them are here. */
function standardsRow(
  listing: Listing<ComplianceIssue> | undefined,
  closed: readonly PlannedFinding[],
): WhatIfRow {
  if (!listing) {
    const unknown = numberOf(undefined, {}, []);
    return { title: Text.standards, today: unknown, after: unknown };
  }
  const failing = standardsSummary(listing.counts)?.nonCompliant.length;
  const closedItems = new Set<unknown>(closed.map(({ item }) => item));
  const stays = new Set(
    listing.items.filter((item) => !closedItems.has(item)).map(({ standard }) => standard),
  );
  const after = failing === undefined || !isWhole(listing) ? failing : Math.min(failing, stays.size);
  return { title: Text.standards, today: numberOf(failing, {}, []), after: numberOf(after, {}, []) };
}

/** "64 → 62", or the one number where nothing changes. */
export function changeText({ today, after }: WhatIfRow): string {
  return today.count === after.count ? today.count : format(Text.change, today.count, after.count);
}

/** A number with its levels. */
export function numberText({ count, levels }: WhatIfNumber): string {
  return levels === "" ? count : format(Text.countWithLevels, count, levels);
}
