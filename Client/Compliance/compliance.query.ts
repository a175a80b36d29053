import {
  assessmentsOfCluster,
  rankedColumns,
  rankFindings,
  recommendationKey,
  sumOfAssessments,
} from "../Azure/ResourceGraph/clusterAssessments";
import { byInitiative, initiativeKey } from "../Azure/ResourceGraph/statusPerInitiative";
import { kqlLiteral } from "../Core/kqlLiteral";
import type { ClusterScope } from "../Core/clusterScope";

const controls = "microsoft.security/regulatorycompliancestandards/regulatorycompliancecontrols";
const assessments = `${controls}/regulatorycomplianceassessments`;

/** Column with the standard of a row that fails; empty where the row passed. */
export const failingStandard = "failingStandard";

/**
 * The recommendations behind the controls of the standards, as far as they say something about this cluster or what is in it:
 * one row per standard, control and recommendation, the failing ones first. A row stands for one recommendation by its key,
 * or for a category of individual ones, which it names in its description.
 */
export function listComplianceQuery(cluster: ClusterScope): string {
  return `${regulatoryAssessments()}
| join kind=inner (
    ${assessmentsOfCluster(cluster)}
    ${byInitiative}
    | extend joinKey = ${recommendationKey}
    | extend worst = min_of(riskRank, severityRank, resolvedRank + 10)
    | extend assessmentId = id, displayName = tostring(coalesce(properties.displayName, properties.metadata.displayName))
    | summarize
        assessments = count(),
        failing = countif(isFailing),
        ${sumOfAssessments},
        arg_min(worst, assessmentId, displayName)
      by joinKey, initiative
  ) on joinKey
${ofStandard}
| join kind=leftouter (
    securityresources
    | where type =~ ${kqlLiteral(controls)}
    | project controlId = tolower(id), controlTitle = tostring(properties.description)
  ) on controlId
${rankFindings("(failing > 0)")}
| extend displayName = iff(isCategory, description, displayName)
| extend ${failingStandard} = iff(failing > 0, standard, '')
| order by rank asc, standard asc, control asc, id asc
| project id, ${rankedColumns}, standard, ${failingStandard}, control, controlTitle, displayName, isCategory, recommendation = joinKey, initiative, failing, assigned, owners, due, assessmentId`;
}

/**
 * KQL that keeps, of the rows by initiative, the one that speaks of the row's standard: the standard's own where every assessment
 * behind the row has it, else that of `status`.
 */
const ofStandard = `| where isempty(initiative) or initiative == ${initiativeKey("standard")}
| extend precedence = 2 * assessments + iff(isempty(initiative), 0, 1)
| summarize arg_max(precedence, *) by id`;

/** The worst assessment behind a row, in full, and every row of the standards that rests on the same recommendation. */
export function complianceDetailsQuery(issue: {
  readonly assessmentId: string;
  readonly recommendation: string;
}): string {
  return `securityresources
| where type =~ 'microsoft.security/assessments' and id =~ ${kqlLiteral(issue.assessmentId)}
| project id, standard = '', control = '', properties
| union (
    ${regulatoryAssessments()}
    | where joinKey =~ ${kqlLiteral(issue.recommendation)}
    | project id, standard, control, properties = dynamic(null)
  )
| order by id asc`;
}

/** Id: …/regulatoryComplianceStandards/{standard}/regulatoryComplianceControls/{control}/regulatoryComplianceAssessments/{name} */
function regulatoryAssessments(): string {
  return `securityresources
| where type =~ ${kqlLiteral(assessments)}
| where tostring(properties.state) !~ 'Unsupported'
| where isempty(tostring(properties.scope)) or tostring(properties.scope) in~ ('Subscription', 'MultiCloudAggregation')
| extend path = split(id, '/')
| extend standard = tostring(path[6]), control = tostring(path[8])
| extend controlId = tolower(tostring(split(tolower(id), '/regulatorycomplianceassessments/')[0]))
| extend description = tostring(properties.description), isCategory = tostring(properties.assessmentType) =~ 'assessmentCategory'
| extend joinKey = tolower(iff(isCategory, description, name))`;
}
