import type { ComplianceIssue } from "../Compliance/compliance";
import type { Misconfiguration } from "../Misconfigurations/misconfiguration";
import { addCompliance, addMisconfigurations } from "./addRecommendations";
import { addTarget } from "./addTarget";
import type { FixWorld } from "./fixAction";
import type { FixTarget, TargetCves } from "./fixTargets";
import { createWorldBuilder } from "./worldBuilder";

/** What was read of a cluster. */
export interface FixInput {
  readonly targets: readonly FixTarget[];
  /** By the target's key; a target without an entry wasn't read. */
  readonly cvesOf: ReadonlyMap<string, TargetCves>;
  readonly misconfigurations: readonly Misconfiguration[];
  readonly compliance: readonly ComplianceIssue[];
  /** Whether all vulnerable components are among the targets. */
  readonly hasAllComponents: boolean;
}

/** The findings as weaknesses, with the actions that close them. It gives way between short parts. */
export function* fixWorld(input: FixInput): Generator<undefined, FixWorld> {
  const builder = createWorldBuilder();
  const vulnerable: number[] = [];
  for (const target of input.targets) {
    addTarget(builder, target, input.cvesOf.get(target.key)).forEach((place) => vulnerable.push(place));
    yield; // Comparing the versions of one image takes some milliseconds.
  }
  if (!input.hasAllComponents || vulnerable.length === 0) {
    // What isn't seen may be vulnerable too: no compliance issue about vulnerabilities closes.
    vulnerable.push(builder.addWeakness({ weight: 0, open: "unread", severity: undefined }));
  }
  yield;
  const placesOf = yield* addMisconfigurations(builder, input.misconfigurations);
  yield;
  addCompliance(builder, input.compliance, placesOf, vulnerable);
  yield;
  return builder.build();
}
