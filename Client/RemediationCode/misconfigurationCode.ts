import type { AffectedComponent } from "../Misconfigurations/affectedComponent";
import type { ClusterScope } from "../Core/clusterScope";
import { isContainerLevel } from "../Core/recommendation";
import { clusterFix, isClusterFix, isFixedAtCreation } from "./clusterFixes";
import { type RemediationCode, pastable } from "./codeSnippet";
import { kubernetesPatch } from "./kubernetesPatch";
import { assignmentOf, assignmentSnippets } from "./policyAssignment";

/** What to remediate: a misconfiguration, or the recommendation behind a compliance issue. */
export interface CodeSubject {
  /** Key of the recommendation. */
  readonly key: string;
  readonly title: string;
  /** GUID of the Azure Policy behind it. */
  readonly policyId: string | undefined;
}

/** Whether the recommendation is one that is known here, with or without a policy. */
export function isKnownRecommendation(key: string): boolean {
  return isClusterFix(key) || isFixedAtCreation(key) || isContainerLevel(key);
}

/**
 * The remediation of a recommendation: of the cluster itself as az CLI, Bicep and Terraform; of what runs in it as patches of
 * the affected components, and as the assignment of the policy that keeps others out. A recommendation that is not known
 * here has the assignment alone, and that only with a policy.
 */
export function misconfigurationCode(
  { key, title, policyId }: CodeSubject,
  cluster: ClusterScope,
  components: readonly AffectedComponent[],
): RemediationCode {
  const ofCluster = clusterFix(key, cluster);
  if (ofCluster) {
    return pastable({ snippets: ofCluster, facts: [] });
  }
  if (isFixedAtCreation(key)) {
    return { snippets: [], facts: ["rbacIsFixed"] };
  }
  const patch = kubernetesPatch(key, components);
  const assignment = assignmentOf(key, title, policyId);
  return pastable({
    snippets: [
      ...(patch ? [patch.snippet] : []),
      ...(assignment ? assignmentSnippets(assignment, cluster) : []),
    ],
    facts: [
      ...(patch && !patch.namesTargets ? (["workloadUnknown"] as const) : []),
      ...(assignment && !assignment.isKnown ? (["policyUnknown"] as const) : []),
    ],
  });
}
