import type { ClusterScope } from "../../Core/clusterScope";
import { groupedVulnerabilityKeys, vulnerabilityCategories } from "../../Core/recommendation";
import { kqlLiteral, kqlLiterals } from "../../Core/kqlLiteral";

/** `level` of rows that say that something passed, in the list queries of recommendations. */
export const passedLevel = "Passed";

/** Column of the list queries of recommendations: when the verdict of a row was made, or last changed. */
export const judgedColumn = "judged";

/** Which assessments are asked for. */
interface AssessmentChoice {
  /** Absent: all. */
  readonly subject?: "vulnerabilities" | "configuration";
  /** Further types of rows under the same resources, `microsoft.security/assessments/subassessments` for one. */
  readonly moreTypes?: readonly string[];
}

/**
 * KQL for the assessments about one cluster: about the cluster itself, what runs in it, and the machines of its node pools,
 * which lie in another resource group. One row each, in any state, with these columns: `id`, `name`, `properties`,
 * `key`, `resourceId` (in lower case), `category`, `isFailing`, `isAssigned`, `riskRank` and `severityRank` (0 Critical to 3 Low, 9 not
 * given or not failing), `owner` and `due` (of its governance assignment), `resolved` (why something that had an owner or
 * an exemption passes now; else empty), `resolvedRank` (of its severity) and {@link judgedColumn}.
 *
 * Assignments come by `summarize` instead of `join`: Resource Graph allows three joins per query, and this needs one.
 * What can be told without the node resource group is filtered before the join: in a big subscription joins of everything time
 * out (Azure/azqr#712).
 */
export function assessmentsOfCluster(
  cluster: ClusterScope,
  { subject, moreTypes = [] }: AssessmentChoice = {},
): string {
  const id = kqlLiteral(cluster.id.toLowerCase());
  const below = kqlLiteral(`${cluster.id.toLowerCase()}/`);
  const groups = kqlLiteral(`/subscriptions/${cluster.subscriptionId}/resourcegroups/`.toLowerCase());
  const types = kqlLiterals([assessmentType, assignmentType, ...moreTypes]);
  const isOurs = (column: string) =>
    `(${column} == ${id} or ${column} startswith ${below} or (isnotempty(nodeGroup) and ${column} startswith strcat(${groups}, nodeGroup, '/')))`;
  return `securityresources
| where type in~ (${types})
| extend isAssignment = type =~ ${kqlLiteral(assignmentType)}
| extend ownPath = split(tolower(id), '/providers/microsoft.security/assessments/')
| extend ownResource = tostring(ownPath[0])
| extend namedResource = tolower(coalesce(tostring(properties.resourceDetails.Id), tostring(properties.resourceDetails.id)))
| where ownResource startswith ${groups} or namedResource startswith ${groups}
| extend key = tostring(split(tostring(ownPath[1]), '/')[0])
| extend category = tostring(properties.metadata.recommendationCategory)${subject === undefined ? "" : `\n| where isAssignment or ${conditions[subject]}`}
| extend clusterId = ${id}
| join kind=leftouter (
    resources
    | where id =~ ${id}
    | project clusterId = tolower(id), nodeGroup = tolower(tostring(properties.nodeResourceGroup))
  ) on clusterId
| extend resourceId = iff(${isOurs("namedResource")}, namedResource, ownResource)
| where ${isOurs("resourceId")}
| extend assessmentId = tolower(iff(isAssignment, tostring(properties.assignedResourceId), id))
| extend side = iff(isAssignment, 1, 0)
| extend owner = iff(isAssignment, tostring(properties.owner), '')
| extend due = iff(isAssignment, todatetime(properties.remediationDueDate), datetime(null))
| summarize owner = max(owner), due = min(due), arg_min(side, id, name, type, key, category, resourceId, properties) by assessmentId
| where side == 0
${rankingColumns}
| extend ${judgedColumn} = todatetime(coalesce(tostring(properties.status.statusChangeDate), tostring(properties.status.firstEvaluationDate)))
${judgedBy("tostring(properties.status.code)", "tostring(properties.status.cause)")}`;
}

/** KQL that makes the columns with risk and severity, by which an assessment ranks. */
const rankingColumns = `| extend risk = tostring(properties.risk.level)
| extend severity = tostring(coalesce(properties.metadata.severity, properties.status.severity))`;

/** KQL that makes `isFailing`, `riskRank` and `severityRank` of rows of assessments, from an expression for their status. */
export function assessmentRanks(code: string): string {
  return `${rankingColumns}
${ranksBy(code)}`;
}

function ranksBy(code: string): string {
  return `| extend isFailing = ${code} =~ 'Unhealthy'
| extend riskRank = iff(isFailing, ${rankOf("risk")}, 9)
| extend severityRank = iff(isFailing, ${rankOf("severity")}, 9)`;
}

/** KQL that makes the columns about how an assessment stands, from {@link assessmentsOfCluster} and a status. */
export function judgedBy(code: string, cause: string): string {
  return `${ranksBy(code)}
| extend isAssigned = isFailing and isnotempty(owner)
| extend resolved = case(isFailing, '', ${cause} =~ 'Exempt', 'Exempted', isnotempty(owner), 'Completed', '')
| extend resolvedRank = iff(isempty(resolved), 9, ${rankOf("severity")})`;
}

/** KQL expression for what rows of compliance and assessments have in common: key of the recommendation, or its category. */
export const recommendationKey = "tolower(iff(isempty(category) or category =~ 'Unknown', key, category))";

/** KQL aggregates that make one row of many assessments: how many have an owner, who, until when, and the worst ranks. */
export const sumOfAssessments = `assigned = countif(isAssigned),
    owners = make_set_if(owner, isAssigned),
    due = min(iff(isAssigned, due, datetime(null))),
    riskRank = min(riskRank),
    severityRank = min(severityRank),
    ${judgedColumn} = max(${judgedColumn}),
    resolved = max(resolved),
    resolvedRank = min(resolvedRank)`;

/** KQL condition on the columns of {@link assessmentsOfCluster}: whether a row is about vulnerabilities. */
export function isVulnerability(): string {
  return `(category in~ (${kqlLiterals(vulnerabilityCategories)}) or key in~ (${kqlLiterals(groupedVulnerabilityKeys)}))`;
}

/**
 * KQL that ranks findings: from `riskRank` and `severityRank` of what fails it makes `ranking`, `rank` for the order and
 * `level`. Risk goes before severity. What does not fail is {@link passedLevel} and comes last, the resolved part of it first and
 * with a `resolvedLevel`; a failing row without any level keeps an empty one, so that it is noticed.
 */
export function rankFindings(isFailing: string): string {
  return `| extend ranking = iff(riskRank < 9, 'risk', 'severity')
| extend resolved = iff(${isFailing}, '', resolved)
| extend rank = case(${isFailing}, iff(riskRank < 9, riskRank, severityRank), isnotempty(resolved), 10, 11)
| extend level = iff(rank >= 10, ${kqlLiteral(passedLevel)}, ${levelOf("rank")})
| extend resolvedLevel = iff(isempty(resolved), '', ${levelOf("resolvedRank")})`;
}

/** KQL text to project from {@link rankFindings}, for every list. */
export const rankedColumns = `level, ranking, resolved, resolvedLevel, ${judgedColumn}`;

const conditions = {
  vulnerabilities: isVulnerability(),
  configuration: `not(${isVulnerability()})`,
} as const;

const assessmentType = "microsoft.security/assessments";
const assignmentType = `${assessmentType}/governanceassignments`;

function levelOf(rank: string): string {
  return `case(${rank} == 0, 'Critical', ${rank} == 1, 'High', ${rank} == 2, 'Medium', ${rank} == 3, 'Low', '')`;
}

function rankOf(column: string): string {
  return `case(${column} =~ 'Critical', 0, ${column} =~ 'High', 1, ${column} =~ 'Medium', 2, ${column} =~ 'Low', 3, 9)`;
}
