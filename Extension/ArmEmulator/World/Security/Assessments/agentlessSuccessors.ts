import { assessment, riskFor, type AssessmentCode } from "./assessment";
import { createRandom } from "../../random";
import type { Cluster, WorldAssessment } from "../../world";

/** An agentless recommendation and the deprecated one that it replaces. Microsoft hasn't published keys and titles: these are made up. */
interface Successor {
  readonly key: string;
  readonly title: string;
  readonly replaces: string;
}

// prettier-ignore
export const successors: readonly Successor[] = [
  { key: "7c1f0a52-0000-4000-8000-000000000001", title: "Containers should run with an AppArmor profile", replaces: "86f91051-9d6a-47c3-a07f-bd14cb214b45" },
  { key: "7c1f0a52-0000-4000-8000-000000000002", title: "Containers should not have the CAP_SYS_ADMIN capability", replaces: "aba14f78-27c5-af84-848e-9105d18dfd92" },
  { key: "7c1f0a52-0000-4000-8000-000000000003", title: "Containers should not use the host network", replaces: "ebc68898-5c0f-4353-a426-4a5f1e737b12" },
];

const successorSeed = 31;

/**
 * What Defender CSPM finds without an agent beside the deprecated recommendations, whose rows are still there (real-data.md §5):
 * the same verdicts, with no policy behind them.
 */
export function successorAssessments(
  cluster: Cluster,
  ofPolicies: readonly WorldAssessment[],
  now: Date,
): readonly WorldAssessment[] {
  const random = createRandom(successorSeed);
  return successors.flatMap(({ key, title, replaces }) => {
    const replaced = ofPolicies.find(({ name }) => name === replaces);
    const { code } = (replaced?.properties.status ?? {}) as { readonly code?: AssessmentCode }; // As generated.
    const plan = {
      resourceId: cluster.id,
      resourceType: "managedClusters",
      key,
      title,
      severity: "High",
      category: "Unknown",
      description: `Defender for Cloud checked the containers without an agent.<br><br><b>${title}</b>`,
      remediation: "<ol><li>Change the manifests of the containers, then deploy again.</li></ol>",
      policyId: "",
      tactics: ["Privilege Escalation"],
      risk: riskFor("High", true, random),
    };
    return code === undefined ? [] : [assessment({ ...plan, code }, now, random)];
  });
}
