import type { CveSeverity } from "../Vulnerabilities/vulnerability";
import {
  plannedTabs,
  type FixAction,
  type FixWorld,
  type OpenReason,
  type PlannedFinding,
  type PlannedTab,
  type Weakness,
} from "./fixAction";

/** How many CVEs have each severity. A severity without any is absent. */
export type CveCounts = Readonly<Partial<Record<CveSeverity, number>>>;

interface Closed {
  readonly cves: CveCounts;
  readonly findings: readonly PlannedFinding[];
}

/** What is closed while one action after the other is done. */
interface Closing {
  /** Risk that an action would close beyond what is closed already. */
  gainOf(action: FixAction): number;
  /** Closes weaknesses, and says what closed with them that was open. */
  close(places: readonly number[]): Closed;
}

/** How many groups are looked at before giving way. */
const part = 2_000;

export function* createClosing({ weaknesses, groups }: FixWorld): Generator<undefined, Closing> {
  const isClosed = new Uint8Array(weaknesses.length);
  const missing = groups.map(({ needs }) => needs.length);
  const groupsOf = weaknesses.map((): number[] => []);
  for (const [group, { needs }] of groups.entries()) {
    for (const place of needs) {
      groupsOf[place]?.push(group);
    }
    if (group % part === part - 1) {
      yield;
    }
  }
  yield;
  return {
    gainOf(action) {
      let gain = 0;
      for (const place of action.closes) {
        gain += isClosed[place] === 0 ? (weaknesses[place]?.weight ?? 0) : 0;
      }
      return gain;
    },
    close(wanted) {
      const places = wanted.filter((place) => isClosed[place] === 0);
      const findings: PlannedFinding[] = [];
      for (const place of places) {
        isClosed[place] = 1;
        for (const group of groupsOf[place] ?? []) {
          missing[group] = (missing[group] ?? 0) - 1;
          if (missing[group] === 0) {
            groups[group]?.findings.forEach((finding) => findings.push(finding));
          }
        }
      }
      return { cves: countCves(places.flatMap((place) => weaknesses[place] ?? [])), findings };
    },
  };
}

function wholeClosing(world: FixWorld): Closing {
  const work = createClosing(world);
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
  }
}

function countCves(weaknesses: readonly Weakness[]): CveCounts {
  const counts: Partial<Record<CveSeverity, number>> = {};
  for (const { severity } of weaknesses) {
    if (severity !== undefined) {
      counts[severity] = (counts[severity] ?? 0) + 1;
    }
  }
  return counts;
}

/** All CVEs of a world that were read. */
export function allCves({ weaknesses }: FixWorld): CveCounts {
  return countCves(weaknesses);
}

/** What would be closed if actions were done, in whatever order. */
export interface Projection {
  readonly findings: Readonly<Record<PlannedTab, readonly PlannedFinding[]>>;
  readonly cves: CveCounts;
  /** Closed risk, in the units of `riskWeight`. */
  readonly gain: number;
}

export function projectionOf(world: FixWorld, actions: readonly FixAction[]): Projection {
  const closing = wholeClosing(world);
  const places = [...new Set(actions.flatMap(({ closes }) => closes))];
  const gain = places.reduce((sum, place) => sum + (world.weaknesses[place]?.weight ?? 0), 0);
  const { cves, findings: all } = closing.close(places);
  const of = (tab: PlannedTab) => all.filter((finding) => finding.tab === tab);
  return {
    findings: {
      vulnerabilities: of("vulnerabilities"),
      misconfigurations: of("misconfigurations"),
      compliance: of("compliance"),
    },
    cves,
    gain,
  };
}

/** What no action closes. */
export interface Leftover {
  /** How many weaknesses, by the reason. Those that weren't read aren't counted: their number isn't known. */
  readonly reasons: ReadonlyMap<OpenReason, number>;
  /** Findings that stay open for one of them, by tab. */
  readonly findings: Readonly<Record<PlannedTab, number>>;
  /** Components of which CVEs weren't read, or not all. */
  readonly unread: number;
}

export function leftoverOf({ weaknesses, groups }: FixWorld): Leftover {
  const reasons = new Map<OpenReason, number>();
  for (const { open } of weaknesses) {
    if (open !== undefined && open !== "unread") {
      reasons.set(open, (reasons.get(open) ?? 0) + 1);
    }
  }
  const stays = groups.filter(
    ({ needs }) => needs.length === 0 || needs.some((place) => weaknesses[place]?.open !== undefined),
  );
  const counts = plannedTabs.map(
    (tab) => stays.flatMap(({ findings }) => findings).filter((finding) => finding.tab === tab).length,
  );
  const isUnread = (place: number) => weaknesses[place]?.open === "unread";
  const unread = groups.filter(({ needs }) => needs.some(isUnread)).flatMap(({ findings }) => findings);
  const [vulnerabilities = 0, misconfigurations = 0, compliance = 0] = counts;
  return {
    reasons,
    findings: { vulnerabilities, misconfigurations, compliance },
    unread: unread.filter(({ tab }) => tab === "vulnerabilities").length,
  };
}

/** All risk of a world, what no action closes included. */
export function totalRisk({ weaknesses }: FixWorld): number {
  return weaknesses.reduce((sum, { weight }) => sum + weight, 0);
}
