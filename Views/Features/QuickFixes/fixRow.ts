import { fixLabels } from "./fixLabels";
import { quickFixFor, quickFixKeys, type QuickFixName } from "../../../Client/QuickFixes/quickFixKeys";

/** A finding with a quick fix, of any kind. */
export interface FixRow {
  readonly title: string;
  readonly fix: QuickFixName;
  /** ARM id of the assessment that should turn. */
  readonly assessmentId: string;
}

/** A selected finding, with or without a quick fix. */
export interface FixCandidate {
  readonly title: string;
  /** `undefined`: it has none. */
  readonly row: FixRow | undefined;
}

/** `undefined` for recommendations without a quick fix. `key` is the recommendation's. */
export function fixRowOf(key: string, assessmentId: string, title: string): FixRow | undefined {
  const fix = quickFixFor(key);
  return fix && { title, fix, assessmentId };
}

/** A quick fix of a cluster without its finding, of the assessment that it should turn. */
export function fixRowFor(fix: QuickFixName, clusterId: string): FixRow {
  const assessmentId = `${clusterId}/providers/Microsoft.Security/assessments/${quickFixKeys[fix]}`;
  return { fix, assessmentId, title: fixLabels[fix].title };
}
