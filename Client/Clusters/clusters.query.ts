import { assessmentRanks, isVulnerability } from "../Azure/ResourceGraph/clusterAssessments";
import { kqlLiteral } from "../Core/kqlLiteral";

const clusterType = kqlLiteral("microsoft.containerservice/managedclusters");
const alertType = kqlLiteral("microsoft.security/locations/alerts");
const assessmentType = kqlLiteral("microsoft.security/assessments");
const subAssessmentType = kqlLiteral("microsoft.security/assessments/subassessments");

/** All clusters that can be seen, with the names of their subscriptions as far as those can be read. */
export function listClustersQuery(): string {
  return `resources
| where type =~ ${clusterType}
| project id, name, resourceGroup, subscriptionId
| join kind=leftouter (
    resourcecontainers
    | where type =~ 'microsoft.resources/subscriptions'
    | project subscriptionId, subscriptionName = name
  ) on subscriptionId
| order by name asc, id asc
| project id, name, resourceGroup, subscriptionId, subscriptionName`;
}

/**
 * The worst open finding of each kind, for all clusters at once: one row per cluster of which anything is known. Ranks are those of
 * {@link levelOfRank}; 9: there is none, or its level isn't given. Levels come about as in the lists: alerts that are resolved or
 * dismissed don't count, and risk goes before severity, for a vulnerable component over all of its rows. What is known of a cluster
 * is in `assessed`, the number of its assessments in any state.
 *
 * A finding is at the cluster, in it, or in its node resource group, and names where it is by one or more ids. So each id is cut to
 * the cluster or the resource group that it lies in, and what is left is joined with the two that each cluster has.
 */
export function worstPerClusterQuery(): string {
  return `securityresources
| where type in~ (${alertType}, ${assessmentType}, ${subAssessmentType})
| extend isAlert = type =~ ${alertType}
| extend status = tostring(coalesce(properties.Status, properties.status))
| where not(isAlert and status in~ ('Resolved', 'Dismissed'))
| extend path = split(tolower(id), '/providers/microsoft.security/assessments/')
| extend key = tostring(split(tostring(path[1]), '/')[0])
| extend category = tostring(properties.metadata.recommendationCategory)
| extend named = coalesce(tostring(properties.resourceDetails.Id), tostring(properties.resourceDetails.id))
| extend identifiers = coalesce(tostring(properties.ResourceIdentifiers), tostring(properties.resourceIdentifiers))
| extend places = iff(isAlert, parse_json(identifiers), pack_array(named, tostring(path[0])))
${assessmentRanks("tostring(properties.status.code)")}
| extend alertSeverity = tostring(coalesce(properties.Severity, properties.severity))
| extend alertRank = iff(isAlert, case(alertSeverity =~ 'High', 1, alertSeverity =~ 'Medium', 2, alertSeverity =~ 'Low', 3, alertSeverity =~ 'Informational', 4, 9), 9)
| extend isOpen = isAlert or isFailing
| extend vulnerable = not(isAlert) and ${isVulnerability()}
| project id, isAlert, isOpen, vulnerable, alertRank, riskRank, severityRank, places
| mv-expand places
| extend resource = tolower(coalesce(tostring(places.AzureResourceId), tostring(places.azureResourceId), tostring(places)))
| extend place = extract(@'^(/subscriptions/[^/]+/resourcegroups/[^/]+/providers/microsoft\\.containerservice/managedclusters/[^/]+)', 1, resource)
| extend place = iff(isempty(place), extract(@'^(/subscriptions/[^/]+/resourcegroups/[^/]+)', 1, resource), place)
| extend finding = iff(vulnerable, resource, id)
| summarize
    alertRank = min(alertRank),
    riskRank = min(riskRank),
    severityRank = min(severityRank),
    open = countif(isOpen),
    assessed = countif(not(isAlert))
  by place, finding, vulnerable
| extend rank = iff(riskRank < 9, riskRank, severityRank)
| summarize
    alertRank = min(alertRank),
    vulnerabilityRank = min(iff(vulnerable, rank, 9)),
    configurationRank = min(iff(vulnerable, 9, rank)),
    open = sum(open),
    assessed = sum(assessed)
  by place
| join kind=inner (
    resources
    | where type =~ ${clusterType}
    | extend nodes = strcat('/subscriptions/', subscriptionId, '/resourcegroups/', tostring(properties.nodeResourceGroup))
    | extend places = pack_array(tolower(id), tolower(nodes))
    | mv-expand places
    | project clusterId = tolower(id), place = tostring(places)
  ) on place
| summarize
    alertRank = min(alertRank),
    vulnerabilityRank = min(vulnerabilityRank),
    configurationRank = min(configurationRank),
    open = sum(open),
    assessed = sum(assessed)
  by clusterId
| order by clusterId asc
| project id = clusterId, alertRank, vulnerabilityRank, configurationRank, open, assessed`;
}
