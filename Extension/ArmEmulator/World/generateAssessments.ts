import type { Random } from "./random";
import { recommendations, type Recommendation } from "./recommendations";
import type { Cluster, WorldAssessment } from "./world";

const day = 86_400_000;

/** Levels that the risk engine gives with Defender CSPM; severity is only one of its inputs. */
const risks: Readonly<Record<Recommendation["severity"], readonly string[]>> = {
  High: ["Critical", "High", "Medium"],
  Medium: ["High", "Medium", "Low"],
  Low: ["Medium", "Low"],
};

/** What every cluster here has: the Azure Policy add-on, the Defender profile and RBAC. */
const enabled = new Set([
  "08e628db-e2ed-4793-bc91-d13e684401c3",
  "56a83a6e-c417-42ec-b567-1e6fcb3d09a9",
  "b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9",
]);

/** The recommendations of a cluster: most of them unhealthy, others passed or not applicable, and one that is a vulnerability. */
export function generateAssessments(
  cluster: Cluster,
  passes: boolean,
  now: Date,
  random: Random,
): readonly WorldAssessment[] {
  const found = recommendations.map((recommendation, index) => {
    const code =
      passes || enabled.has(recommendation.key) || index % 5 === 3
        ? "Healthy"
        : index % 7 === 6
          ? "NotApplicable"
          : "Unhealthy";
    return assessment(cluster, recommendation, code, now, random);
  });
  return passes ? found : [...found, softwareUpdate(cluster, now, random)];
}

function assessment(
  cluster: Cluster,
  { key, title, severity, level, policyId }: Recommendation,
  code: "Healthy" | "NotApplicable" | "Unhealthy",
  now: Date,
  random: Random,
): WorldAssessment {
  const first = new Date(now.getTime() - random.whole(200 * day));
  return {
    id: `${cluster.id}/providers/Microsoft.Security/assessments/${key}`,
    name: key,
    properties: {
      displayName: title,
      resourceDetails: { Source: "Azure", Id: cluster.id.toLowerCase(), ResourceType: "managedClusters" },
      status: {
        code,
        ...(code === "NotApplicable" ? { cause: "OffByPolicy" } : {}),
        firstEvaluationDate: first.toISOString(),
        statusChangeDate: new Date(first.getTime() + random.whole(20 * day)).toISOString(),
      },
      metadata: {
        displayName: title,
        assessmentType: "BuiltIn",
        severity,
        categories: ["Container"],
        recommendationCategory: "Unknown",
        policyDefinitionId:
          policyId === "" ? null : `/providers/Microsoft.Authorization/policyDefinitions/${policyId}`,
        description: describe(title, level),
        remediationDescription: remediate(level),
        tactics: level === "cluster" ? ["Initial Access"] : ["Privilege Escalation", "Lateral Movement"],
      },
      risk: { level: random.pick(risks[severity]) },
      links: {
        azurePortal: `portal.azure.com/#blade/Microsoft_Azure_Security/RecommendationsBlade/assessmentKey/${key}`,
      },
    },
  };
}

/** A finding about a package: the same table, and not a misconfiguration. */
function softwareUpdate(cluster: Cluster, now: Date, random: Random): WorldAssessment {
  const [workload] = cluster.workloads;
  const base = {
    key: random.guid(),
    title: "Update openssl",
    severity: "High",
    level: "container",
    policyId: "",
  } as const;
  const { id, name, properties } = assessment(cluster, base, "Unhealthy", now, random);
  const metadata = properties.metadata as Readonly<Record<string, unknown>>;
  return {
    id,
    name,
    properties: {
      ...properties,
      resourceDetails: {
        Source: "Azure",
        ResourceType: "K8s-container",
        Id: `${cluster.id}/securityEntityData/${workload?.name ?? ""}`,
      },
      metadata: { ...metadata, recommendationCategory: "SoftwareUpdate" },
    },
  };
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
