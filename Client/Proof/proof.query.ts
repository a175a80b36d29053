import { listComplianceQuery } from "../Compliance/compliance.query";
import type { ClusterScope } from "../Core/clusterScope";
import { kqlLiteral } from "../Core/kqlLiteral";
import { listComponentsQuery } from "../Vulnerabilities/vulnerabilities.query";

/** The alert with this ARM id while it's neither resolved nor dismissed. */
export function alertProofQuery(_: ClusterScope, id: string): string {
  return `securityresources
| where type =~ 'microsoft.security/locations/alerts' and ${isIt(id)}
| extend status = tostring(coalesce(properties.Status, properties.status))
| where status !in~ ('Resolved', 'Dismissed')
| project id, status`;
}

/** The assessment with this ARM id while it fails. */
export function misconfigurationProofQuery(_: ClusterScope, id: string): string {
  return `securityresources
| where type =~ 'microsoft.security/assessments' and ${isIt(id)}
| extend status = tostring(properties.status.code)
| where status =~ 'Unhealthy'
| project id, status`;
}

/**
 * The component with this ARM id while something of it fails. It's made of many rows, as a compliance issue is, so the list's own query
 * decides, narrowed to the one: what proves it can't differ from what the list shows.
 */
export function componentProofQuery(cluster: ClusterScope, id: string): string {
  return `${listComponentsQuery(cluster)}
| where ${isIt(id)} and level !~ 'Passed'
| project id, level`;
}

/** The regulatory compliance assessment with this ARM id while the cluster fails it. */
export function complianceProofQuery(cluster: ClusterScope, id: string): string {
  return `${listComplianceQuery(cluster)}
| where ${isIt(id)} and failing > 0
| project id, level, failing`;
}

function isIt(id: string): string {
  return `id =~ ${kqlLiteral(id)}`;
}
