import { quickFixKeys } from "../../../Client/QuickFixes/quickFixKeys";
import type { ClusterFix } from "../../../Client/DefenderPlan/planDraft";
import type { FixRow } from "../QuickFixes/fixRow";
import { fixLabels } from "../QuickFixes/fixLabels";

/** The change of the cluster as a quick fix of the assessment that it should turn. */
export function fixRowFor(fix: ClusterFix, clusterId: string): FixRow {
  const assessmentId = `${clusterId}/providers/Microsoft.Security/assessments/${quickFixKeys[fix]}`;
  return { fix, assessmentId, title: fixLabels[fix].title };
}
