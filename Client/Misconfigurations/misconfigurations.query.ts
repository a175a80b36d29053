import { kqlLiteral } from "../Azure/kqlLiteral";
import type { ClusterScope } from "../Domain/clusterScope";

/**
 * Categories of individual recommendations that are vulnerabilities or defects of code, listed elsewhere; everything else is
 * about configuration. (Resource Graph, `properties.metadata.recommendationCategory`, since 2026.)
 */
const otherCategories = [
  "SoftwareUpdate",
  "ServiceUpgrade",
  "SystemUpdate",
  "ExposedSecrets",
  "CodeVulnerabilities",
  "IacVulnerabilities",
  "ApiVulnerabilities",
];

/** Grouped recommendations about vulnerabilities, retired in July 2026, whose rows may still be there. */
const vulnerabilityKeys = [
  "c609cf0f-71ab-41e9-a3c6-9a1f7fe1b8d5",
  "c5045ea3-afc6-4006-ab8f-86c8574dbf3d",
  "e9acaf48-d2cf-45a3-a6e7-3caa2ef769e0",
  "24a15fbd-cfe4-4dff-b2be-1c367a6b2031",
  "5409cb02-6884-4de3-870d-c17b98bbe04f",
];

/**
 * Unhealthy recommendations of one cluster. Those about containers are rows of the cluster as well: the Azure Policy add-on
 * reports them on it. The slash after the id keeps out clusters whose names only begin alike.
 */
export function listMisconfigurationsQuery(cluster: ClusterScope): string {
  return `${unhealthyOfCluster(cluster)}
| extend Risk = tostring(properties.risk.level), Severity = tostring(properties.metadata.severity)
| extend Level = iff(Risk in~ ('Critical', 'High', 'Medium', 'Low'), Risk, Severity)
| extend Rank = case(Level =~ 'Critical', 0, Level =~ 'High', 1, Level =~ 'Medium', 2, Level =~ 'Low', 3, 4)
| extend displayName = tostring(coalesce(properties.displayName, properties.metadata.displayName))
| order by Rank asc, displayName asc, id asc
| project
    id,
    name,
    level = Level,
    risk = Risk,
    displayName,
    firstEvaluationDate = properties.status.firstEvaluationDate,
    policyDefinitionId = tostring(properties.metadata.policyDefinitionId),
    tactics = properties.metadata.tactics`;
}

/** All properties of one assessment, only if it is one of this cluster's. */
export function misconfigurationDetailsQuery(cluster: ClusterScope, id: string): string {
  return `${unhealthyOfCluster(cluster)}
| where id =~ ${kqlLiteral(id)}
| project id, name, properties`;
}

function unhealthyOfCluster(cluster: ClusterScope): string {
  const list = (texts: readonly string[]) => texts.map(kqlLiteral).join(", ");
  return `securityresources
| where type =~ 'microsoft.security/assessments'
| where id startswith ${kqlLiteral(`${cluster.id}/providers/Microsoft.Security/assessments/`)}
| where tostring(properties.status.code) =~ 'Unhealthy'
| where tostring(properties.metadata.recommendationCategory) !in~ (${list(otherCategories)})
| where name !in~ (${list(vulnerabilityKeys)})`;
}
