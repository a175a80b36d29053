import {
  missingConfigurations,
  type ClusterProfile,
  type DefenderPlan,
  type MissingConfiguration,
} from "../../../Client/Core/defenderPlan";
import type { Failure } from "../../../Client/Core/failure";
import { isAwaitingScan, protectedSince } from "../../../Client/Core/firstScan";
import type { Listing } from "../../../Client/Core/listing";
import { allowsAction, type Permission } from "../../../Client/Core/rbac";
import type { Coverage } from "../Model/findingsTab";
import { lastKnown, type Loadable } from "../Model/loadable";
import type { NodeSight } from "../Protection/useNodeSight";
import type { Findings } from "../Session/useFindings";

/** What a tab shows. The kinds are different screens because they are different truths. */
export type Screen<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "noPermission"; readonly action: string; readonly failure?: Failure; retry(): void }
  | { readonly kind: "failed"; readonly failure: Failure; retry(): void }
  /** Nothing found, because nothing looks. */
  | { readonly kind: "notCovered" }
  /** Nothing found, and some of what looks is missing. */
  | { readonly kind: "partlyCovered"; readonly missing: readonly MissingConfiguration[] }
  /** Nothing found, because it has not been looked yet. */
  | { readonly kind: "neverScanned" }
  /** Nothing found, and protection began so recently that first results may still be on their way. */
  | { readonly kind: "awaitingScan"; readonly since: Date }
  /** Nothing found, and it was possible to find something; `doubts` names what could not be verified of that. */
  | { readonly kind: "clean"; readonly doubts: readonly Doubt[] }
  /** `missing`: configurations that are off or unknown, so that more findings are possible. */
  | {
      readonly kind: "findings";
      readonly findings: Findings<T>;
      readonly missing: readonly MissingConfiguration[];
    };

/** In the order in which they are named. */
const doubts = ["rights", "plan", "configuration", "beginning", "nodes"] as const;

export type Doubt = (typeof doubts)[number];

/** What is enabled for the cluster, as far as it's known. */
export interface Protection {
  readonly plan: Loadable<DefenderPlan>;
  /** Whether Defender CSPM is on. */
  readonly cspm: Loadable<boolean>;
  /** What the cluster itself has. */
  readonly profile: Loadable<ClusterProfile>;
}

export interface ScreenQuestion<T> {
  readonly load: Loadable<Findings<T>>;
  /** Asked for only when the answer matters; "loading" until then. */
  readonly rights: Loadable<readonly Permission[]>;
  readonly protection: Protection;
  /** RBAC action without which the service shows nothing. */
  readonly readAction: string;
  readonly coverage: Coverage;
  /** Whether findings about nodes can be seen. Absent: there are none. */
  readonly nodes?: NodeSight["status"];
  refresh(): void;
}

/**
 * Decides between the screens. An empty answer alone proves nothing: Resource Graph answers 200 without rows to users who
 * may not read them, without the plan there is nothing to read, and results of an earlier protection say nothing about the
 * current one. So "clean" needs the rights, the plan and a scan since the plan was enabled as well.
 */
export function screenOf<T>(question: ScreenQuestion<T>): Screen<T> {
  const { load, readAction, protection, coverage } = question;
  if (load.status === "loading") {
    return { kind: "loading" };
  }
  if (load.status === "failed") {
    const { failure, retry } = load;
    return failure.kind === "forbidden"
      ? { kind: "noPermission", action: failure.missingAction ?? readAction, failure, retry }
      : { kind: "failed", failure, retry };
  }
  return isEmpty(load.value)
    ? emptyScreen(question, load.value.listing)
    : { kind: "findings", findings: load.value, missing: missingOf(protection, coverage) };
}

/** Whether there is nothing at all: no row, read or not, and none that may still come. */
export function isEmpty<T>({ listing, lost }: Findings<T>): boolean {
  return listing.total === 0 && listing.gaps.length === 0 && listing.complete && !lost;
}

/** A screen without findings. */
type EmptyScreen = Exclude<Screen<never>, { readonly kind: "findings" }>;

function emptyScreen<T>(question: ScreenQuestion<T>, listing: Listing<T>): EmptyScreen {
  const { rights, protection, coverage } = question;
  // Rows of what passed can be seen only by those who may read them.
  const provesRights = listing.evaluated !== undefined && listing.evaluated > 0;
  const covered = coveredBy(coverage, protection);
  if ((!provesRights && rights.status === "loading") || covered === "loading") {
    return { kind: "loading" };
  }
  return (
    (provesRights ? undefined : withoutRights(question)) ??
    withoutCoverage(question, covered) ??
    withoutScan(question, listing) ?? { kind: "clean", doubts: doubtsOf(question, provesRights, covered) }
  );
}

/** The screen for those who may not read findings; `undefined`: they may, or it is not known. */
function withoutRights<T>({ rights, readAction, refresh }: ScreenQuestion<T>): EmptyScreen | undefined {
  const known = lastKnown(rights);
  return known && !allowsAction(known, readAction)
    ? { kind: "noPermission", action: readAction, retry: refresh }
    : undefined;
}

/** The screen for a cluster that nothing looks at, or not all; `undefined`: all of it does, as far as is known. */
function withoutCoverage<T>(
  { protection, coverage }: ScreenQuestion<T>,
  covered: Answer,
): EmptyScreen | undefined {
  if (covered === "no") {
    return { kind: "notCovered" };
  }
  const missing = missingOf(protection, coverage);
  return missing.length > 0 ? { kind: "partlyCovered", missing } : undefined;
}

/** The screen for a cluster that has not been looked at since it is protected, or not in all its parts; `undefined`: it has. */
function withoutScan<T>(
  { protection, nodes }: ScreenQuestion<T>,
  listing: Listing<T>,
): EmptyScreen | undefined {
  const since = protectedSince(lastKnown(protection.plan), lastKnown(protection.profile));
  if (since && isAwaitingScan(since, listing)) {
    return { kind: "awaitingScan", since };
  }
  if (listing.evaluated === 0) {
    return { kind: "neverScanned" };
  }
  return nodes === "loading" ? { kind: "loading" } : undefined;
}

/** What could not be verified of an empty list that seems to be clean. */
function doubtsOf<T>(
  { rights, protection, coverage, nodes = "seen" }: ScreenQuestion<T>,
  provesRights: boolean,
  covered: Answer,
): readonly Doubt[] {
  const plan = lastKnown(protection.plan);
  // Where the plan itself is in doubt, so are its configurations.
  const isPlanUnchecked = isInDoubt(protection.plan) && covered !== "unknown";
  const isUnchecked = isInDoubt(protection.profile) || isPlanUnchecked;
  const inDoubt: Readonly<Record<Doubt, boolean>> = {
    rights: !provesRights && isInDoubt(rights),
    plan: covered === "unknown",
    configuration: isUnchecked && coverage.configurations.length > 0,
    beginning: plan?.isOn === true && plan.enabledAt === undefined,
    nodes: nodes !== "seen",
  };
  return doubts.filter((doubt) => inDoubt[doubt]);
}

/** Whether it is not known how it is now. */
function isInDoubt({ status }: Loadable<unknown>): boolean {
  return status === "failed" || status === "outdated";
}

type Answer = "yes" | "no" | "unknown" | "loading";

/** Whether any of the plans is on. One that is on decides it, even if the others aren't known. */
function coveredBy({ plans, configurations }: Coverage, { plan, cspm, profile }: Protection): Answer {
  const answers: Readonly<Record<Coverage["plans"][number], Answer>> = {
    containers: answerOf(plan, ({ isOn }) => isOn),
    cspm: answerOf(cspm, (isOn) => isOn),
  };
  const known = plans.map((name) => answers[name]);
  const isWaiting = configurations.length > 0 && (profile.status === "loading" || plan.status === "loading");
  if (known.includes("yes") || plans.length === 0) {
    return isWaiting ? "loading" : "yes";
  }
  return (["loading", "unknown"] as const).find((answer) => known.includes(answer)) ?? "no";
}

function answerOf<T>(load: Loadable<T>, isYes: (value: T) => boolean): Answer {
  switch (load.status) {
    case "loading":
      return "loading";
    case "failed":
    case "outdated":
      return "unknown";
    case "ready":
      return isYes(load.value) ? "yes" : "no";
  }
}

/** Of what is missing, what these findings need. */
function missingOf(
  { plan, profile }: Protection,
  { configurations }: Coverage,
): readonly MissingConfiguration[] {
  return missingConfigurations(lastKnown(plan), lastKnown(profile)).filter(({ name }) =>
    configurations.includes(name),
  );
}
