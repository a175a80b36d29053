import { successorAssessments } from "./agentlessSuccessors";
import { assessment, riskFor, type AssessmentCode } from "./assessment";
import type { Random } from "../../random";
import { clusterPasses } from "../../Authorization/clusterPolicies";
import { recommendations, type Recommendation } from "./recommendations";
import { statusPerInitiative } from "./statusPerInitiative";
import type { Cluster, WorldAssessment } from "../../world";

export interface AssessmentsPlan {
  /** Whether the cluster passes every recommendation. */
  readonly passes: boolean;
  /** Whether Defender CSPM computes risks. */
  readonly hasCspm: boolean;
  readonly now: Date;
}

/** The recommendations about the configuration of a cluster: most of them unhealthy, others passed or not applicable. */
export function generateAssessments(
  cluster: Cluster,
  { passes, hasCspm, now }: AssessmentsPlan,
  random: Random,
): readonly WorldAssessment[] {
  const ofPolicies = recommendations.map((recommendation, index) => {
    const code = passes ? "Healthy" : codeOf(cluster, recommendation, index);
    const { key, title, severity, level, policyId } = recommendation;
    return assessment(
      {
        resourceId: cluster.id,
        resourceType: "managedClusters",
        key,
        title,
        severity,
        category: "Unknown",
        code,
        cause: key === exempted ? "Exempt" : undefined,
        description: describe(title, level),
        remediation: remediate(level),
        policyId,
        tactics: level === "cluster" ? ["Initial Access"] : ["Privilege Escalation", "Lateral Movement"],
        risk: riskFor(severity, hasCspm, random),
        // What the cluster itself tells can change later, and is without: not every row has it.
        more: level === "container" ? { statusPerInitiative: statusPerInitiative(key, code) } : {},
      },
      now,
      random,
    );
  });
  return hasCspm ? [...ofPolicies, ...successorAssessments(cluster, ofPolicies, now)] : ofPolicies;
}

/** The recommendation against host paths: agents on the nodes need them, so it was exempted. It applies to no cluster that fails. */
const exempted = "f0debc84-981c-4a0d-924d-aa4bd7d55fef";

/** What the cluster itself tells is told as it is; of the rest some is passed or does not apply. */
function codeOf(cluster: Cluster, { key }: Recommendation, index: number): AssessmentCode {
  const passes = clusterPasses(cluster)[key];
  if (passes !== undefined) {
    return passes ? "Healthy" : "Unhealthy";
  }
  const isRbac = key === "b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9";
  if (isRbac || index % 5 === 3) {
    return "Healthy";
  }
  return index % 7 === 6 ? "NotApplicable" : "Unhealthy";
}

function describe(title: string, level: Recommendation["level"]): string {
  return level === "cluster"
    ? `Defender for Cloud checked the configuration of the cluster.<br><br><b>${title}</b>`
    : `The Azure Policy add-on found containers that go against this recommendation.<br><br><b>${title}</b>`;
}

function remediate(level: Recommendation["level"]): string {
  return level === "cluster"
    ? '<ol><li>Open the cluster in the portal.</li><li>Change the setting as the <a href="https://learn.microsoft.com/azure/aks/concepts-security">security concepts of AKS</a> describe.</li></ol>'
    : '<ol><li>Find the containers in the list of components.</li><li>Change their manifests, then deploy again: <code>kubectl apply -f &lt;manifest&gt;</code></li></ol><script>alert(1)</script><a href="javascript:alert(1)">more</a>';
}
