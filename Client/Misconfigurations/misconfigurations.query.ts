import { assessmentsOfCluster, rankedColumns, rankFindings } from "../Azure/ResourceGraph/clusterAssessments";
import { kqlLiteral } from "../Core/kqlLiteral";
import type { ClusterScope } from "../Core/clusterScope";

/**
 * Recommendations of one cluster that are no vulnerabilities: the failing ones, then those that passed or do not apply. Those
 * about containers are rows of the cluster as well: the Azure Policy add-on reports them on it.
 */
export function listMisconfigurationsQuery(cluster: ClusterScope): string {
  return `${misconfigurationsOf(cluster)}
${rankFindings("isFailing")}
| extend displayName = tostring(coalesce(properties.displayName, properties.metadata.displayName))
| order by rank asc, displayName asc, id asc
| project
    id,
    name,
    resourceId,
    ${rankedColumns},
    displayName,
    firstEvaluationDate = properties.status.firstEvaluationDate,
    policyDefinitionId = tostring(properties.metadata.policyDefinitionId),
    tactics = properties.metadata.tactics,
    owners = owner,
    due,
    failing = toint(isFailing),
    assigned = toint(isAssigned)`;
}

/** One recommendation that fails or is resolved in full, only if it is one of this cluster's. */
export function misconfigurationDetailsQuery(cluster: ClusterScope, id: string): string {
  return `${misconfigurationsOf(cluster)}
| where id =~ ${kqlLiteral(id)} and (isFailing or isnotempty(resolved))
${rankFindings("isFailing")}
| extend level = iff(isFailing, level, resolvedLevel)
| project id, name, resourceId, level, ranking, resolved, owners = owner, due, failing = toint(isFailing), assigned = toint(isAssigned), properties`;
}

function misconfigurationsOf(cluster: ClusterScope): string {
  return assessmentsOfCluster(cluster, { subject: "configuration" });
}
