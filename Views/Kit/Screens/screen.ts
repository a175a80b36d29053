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
  /** `missing` may have found more. */
  | {
      readonly kind: "findings";
      readonly findings: Findings<T>;
      readonly missing: readonly MissingConfiguration[];
    };

export type Doubt = "rights" | "plan" | "configuration" | "beginning" | "nodes";

/** What is switched on for the cluster, as far as it is known. */
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
 * Decides between the screens. An empty answer alone proves nothing: Resource Graph answers 200 without rows to those who
 * may not read them, without the plan there is nothing to read, and what an earlier protection left says nothing of the present
 * one. So "clean" needs the rights, the plan and a scan since the plan was enabled as well.
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

function emptyScreen<T>(question: ScreenQuestion<T>, listing: Listing<T>): Screen<T> {
  const { evaluated } = listing;
  const { rights, protection, readAction, coverage, nodes, refresh } = question;
  // Rows of what passed can be seen only by those who may read them.
  const provesRights = evaluated !== undefined && evaluated > 0;
  const covered = coveredBy(coverage, protection);
  if ((!provesRights && rights.status === "loading") || covered === "loading") {
    return { kind: "loading" };
  }
  const knownRights = lastKnown(rights);
  if (!provesRights && knownRights && !allowsAction(knownRights, readAction)) {
    return { kind: "noPermission", action: readAction, retry: refresh };
  }
  if (covered === "no") {
    return { kind: "notCovered" };
  }
  const missing = missingOf(protection, coverage);
  if (missing.length > 0) {
    return { kind: "partlyCovered", missing };
  }
  const since = protectedSince(lastKnown(protection.plan), lastKnown(protection.profile));
  if (since && isAwaitingScan(since, listing)) {
    return { kind: "awaitingScan", since };
  }
  if (evaluated === 0) {
    return { kind: "neverScanned" };
  }
  if (nodes === "loading") {
    return { kind: "loading" };
  }
  return { kind: "clean", doubts: doubtsOf(question, provesRights, covered) };
}

/** What could not be verified of an empty list that seems to be clean. */
function doubtsOf<T>(
  { rights, protection, coverage, nodes = "seen" }: ScreenQuestion<T>,
  provesRights: boolean,
  covered: Answer,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (!provesRights && isInDoubt(rights)) {
    doubts.push("rights");
  }
  if (covered === "unknown") {
    doubts.push("plan");
  }
  // Where the plan itself is in doubt, so are its configurations.
  const isPlanUnchecked = isInDoubt(protection.plan) && covered !== "unknown";
  const isUnchecked = isInDoubt(protection.profile) || isPlanUnchecked;
  if (isUnchecked && coverage.configurations.length > 0) {
    doubts.push("configuration");
  }
  const plan = lastKnown(protection.plan);
  if (plan?.isOn && plan.enabledAt === undefined) {
    doubts.push("beginning");
  }
  if (nodes !== "seen") {
    doubts.push("nodes");
  }
  return doubts;
}

/** Whether it is not known how it is now. */
function isInDoubt({ status }: Loadable<unknown>): boolean {
  return status === "failed" || status === "outdated";
}

type Answer = "yes" | "no" | "unknown" | "loading";

/** Whether any of the plans is on. One that is on settles it, whatever is known of the others. */
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
