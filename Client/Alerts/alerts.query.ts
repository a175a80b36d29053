import { kqlLiteral } from "../Core/kqlLiteral";
import type { ClusterScope } from "../Core/clusterScope";

/**
 * Alerts of one cluster. An alert belongs to it when one of its resource identifiers is the cluster's id, or lies in the
 * cluster's node resource group, as those of agentless malware scans do. Identifiers are compared inside their JSON text,
 * with the quotes around them: that is exact, knows no letter case, and yields each alert once, where `mv-expand` would
 * repeat alerts that name the cluster twice.
 *
 * Resource Graph spells alert properties in PascalCase, with exceptions in camelCase. `workState` and `openSeverity` are there to
 * be counted by: what is resolved or dismissed is no work any more.
 */
export function listAlertsQuery(cluster: ClusterScope): string {
  return `${alertsOfCluster(cluster)}
| extend Severity = tostring(coalesce(properties.Severity, properties.severity))
| extend StartTime = todatetime(coalesce(properties.StartTimeUtc, properties.startTimeUtc))
| extend Rank = case(Severity =~ 'High', 0, Severity =~ 'Medium', 1, Severity =~ 'Low', 2, Severity =~ 'Informational', 3, 4)
| extend Status = tostring(coalesce(properties.Status, properties.status))
| extend IsClosed = Status in~ ('Resolved', 'Dismissed')
| order by Rank asc, StartTime desc, id asc
| project
    id,
    severity = Severity,
    alertDisplayName = tostring(coalesce(properties.AlertDisplayName, properties.alertDisplayName)),
    status = Status,
    workState = iff(IsClosed, 'closed', 'open'),
    openSeverity = iff(IsClosed, '', Severity),
    alertType = tostring(coalesce(properties.AlertType, properties.alertType)),
    compromisedEntity = tostring(coalesce(properties.CompromisedEntity, properties.compromisedEntity)),
    resourceIdentifiers = identifiers,
    startTimeUtc = coalesce(properties.StartTimeUtc, properties.startTimeUtc),
    updatedTimeUtc = coalesce(properties.ProcessingEndTimeUtc, properties.processingEndTimeUtc)`;
}

/** All properties of one alert, only if it is an alert of this cluster. */
export function alertDetailsQuery(cluster: ClusterScope, alertId: string): string {
  return `${alertsOfCluster(cluster, `| where id =~ ${kqlLiteral(alertId)}`)}
| project id, properties`;
}

/** The alerts of this cluster whose activity began within a span of time, in full, oldest first. */
export function alertsBetweenQuery(cluster: ClusterScope, from: Date, to: Date): string {
  const isBetween = `| extend StartTime = todatetime(coalesce(properties.StartTimeUtc, properties.startTimeUtc))
| where StartTime between (datetime(${from.toISOString()}) .. datetime(${to.toISOString()}))`;
  return `${alertsOfCluster(cluster, isBetween)}
| order by StartTime asc, id asc
| project id, properties`;
}

/**
 * `filter`: KQL that keeps some of the alerts. It stands before the join, as everything does that needs no node resource group: in
 * a big subscription joins of everything time out (Azure/azqr#712).
 */
function alertsOfCluster(cluster: ClusterScope, filter?: string): string {
  const id = kqlLiteral(cluster.id.toLowerCase());
  const itself = kqlLiteral(`"${cluster.id.toLowerCase()}"`);
  const resourceGroups = kqlLiteral(`"/subscriptions/${cluster.subscriptionId}/resourcegroups/`);
  return `securityresources
| where type =~ 'microsoft.security/locations/alerts'${filter === undefined ? "" : `\n${filter}`}
| extend identifiers = tostring(coalesce(properties.ResourceIdentifiers, properties.resourceIdentifiers))
| where identifiers contains ${resourceGroups}
| extend clusterId = ${id}
| join kind=leftouter (
    resources
    | where id =~ ${id}
    | project clusterId = tolower(id), nodeResourceGroup = tostring(properties.nodeResourceGroup)
  ) on clusterId
| where identifiers contains ${itself}
    or (isnotempty(nodeResourceGroup) and identifiers contains strcat(${resourceGroups}, nodeResourceGroup, '/'))`;
}
