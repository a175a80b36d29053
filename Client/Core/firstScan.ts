import type { ClusterProfile, DefenderPlan } from "./defenderPlan";

/**
 * How long first results may take after a plan is enabled: "up to 24 hours" (learn.microsoft.com, "Enable Defender for
 * Containers", verify the deployment).
 */
const firstResultsHours = 24;

/** The latest of some dates; `undefined` when there is none. */
export function latest(dates: readonly (Date | undefined)[]): Date | undefined {
  const known = dates.flatMap((date) => date?.getTime() ?? []);
  return known.length === 0 ? undefined : new Date(known.reduce((left, right) => Math.max(left, right)));
}

/**
 * Since when the cluster has been protected as it is now: since its plan was enabled, or since it was created where that was
 * later. `undefined` while the plan is off or not known, or when its pricing doesn't say.
 */
export function protectedSince(
  plan: DefenderPlan | undefined,
  cluster: ClusterProfile | undefined,
): Date | undefined {
  return plan?.enabledAt && latest([plan.enabledAt, cluster?.createdAt]);
}

/** What tells whether a list was made by a scan of the cluster as it is protected now. */
interface ScanFacts {
  /** Absent or `undefined`: not told. */
  readonly lastJudged?: Date | undefined;
  /** When the list was read. */
  readonly asOf: Date;
}

/**
 * Whether no scan since a beginning shows in a list: nothing in it was judged later, and first results may still be on their
 * way. Verdicts keep the date at which they last changed, so old ones are all that a quiet cluster ever has.
 */
export function isAwaitingScan(since: Date, { lastJudged, asOf }: ScanFacts): boolean {
  return (lastJudged === undefined || lastJudged < since) && asOf < firstResultsBy(since);
}

/** Until when first results are to be expected. */
export function firstResultsBy(since: Date): Date {
  return new Date(since.getTime() + firstResultsHours * 3_600_000);
}
