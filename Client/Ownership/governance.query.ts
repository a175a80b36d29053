import {
  assessmentsOfCluster,
  isVulnerability,
  recommendationKey,
} from "../Azure/ResourceGraph/clusterAssessments";
import type { FindingKey } from "./assessmentBehind";
import type { ClusterScope } from "../Core/clusterScope";
import { kqlLiterals } from "../Core/kqlLiteral";

/** The failing assessments that findings stand for, with who owns each. One row per assessment, the worst first. */
export function assessmentsBehindQuery(cluster: ClusterScope, keys: readonly FindingKey[]): string {
  const idsOf = (kind: FindingKey["kind"]) =>
    keys.filter((key) => key.kind === kind).map(({ id }) => id.toLowerCase());
  const isAmong = (column: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`${column} in (${kqlLiterals(ids)})`];
  const isWanted = [
    ...isAmong("tolower(id)", idsOf("assessment")),
    ...isAmong("recommendation", idsOf("recommendation")),
    ...isAmong("vulnerable", idsOf("resource")),
  ].join(" or ");
  return `${assessmentsOfCluster(cluster)}
| where isFailing
| extend recommendation = ${recommendationKey}, isVulnerability = ${isVulnerability()}
| extend vulnerable = iff(isVulnerability, resourceId, '')
| where ${isWanted}
| extend rank = iff(riskRank < 9, riskRank, severityRank)
| extend level = iff(riskRank < 9, risk, severity)
| order by rank asc, id asc
| project
    id,
    resourceId,
    recommendation,
    isVulnerability,
    level,
    displayName = tostring(coalesce(properties.displayName, properties.metadata.displayName)),
    owner,
    due`;
}

/** Who owns some assessments, as Resource Graph shows it now. */
export function assignmentsQuery(assessmentIds: readonly string[]): string {
  return `securityresources
| where type =~ 'microsoft.security/assessments/governanceassignments'
| extend assessmentId = tolower(tostring(properties.assignedResourceId))
| where assessmentId in (${kqlLiterals(assessmentIds.map((id) => id.toLowerCase()))})
| order by id asc
| project id, assessmentId, owner = tostring(properties.owner), due = properties.remediationDueDate`;
}
