import {
  assessmentsOfCluster,
  isVulnerability,
  rankedColumns,
  rankFindings,
  sumOfAssessments,
} from "../Azure/clusterAssessments";
import { kqlLiteral, kqlLiterals } from "../Domain/kqlLiteral";
import type { ClusterScope } from "../Domain/clusterScope";

const subAssessments = "microsoft.security/assessments/subassessments";

/**
 * Components of one cluster, the vulnerable ones first, then those that were scanned and have nothing. Both models are read:
 * individual recommendations, one assessment per component and package, and the grouped ones with a sub-assessment per
 * vulnerability. All rows of a component are one row here, so that it counts once whichever model names it.
 */
export function listComponentsQuery(cluster: ClusterScope): string {
  return `${vulnerabilitiesOf(cluster)}
| summarize
    failing = countif(isFailing and type !~ ${kqlLiteral(subAssessments)}),
    rows = countif(isFailing),
    ${sumOfAssessments},
    firstEvaluationDate = min(todatetime(properties.status.firstEvaluationDate)),
    data = max(data)
  by resourceId
${rankFindings("(rows > 0)")}
| order by rank asc, resourceId asc
| project id = resourceId, ${rankedColumns}, failing, assigned, owners, due, firstEvaluationDate, data`;
}

/**
 * Everything that fails in one component, and which other components run the image with `digest`; of those only where they
 * are. One row per assessment or sub-assessment.
 */
export function componentDetailsQuery(
  cluster: ClusterScope,
  componentId: string,
  digest: string | undefined,
): string {
  const isThis = `resourceId =~ ${kqlLiteral(componentId)}`;
  const isSameImage = digest === undefined ? "" : ` or data contains ${kqlLiteral(digest)}`;
  return `${vulnerabilitiesOf(cluster)}
| where isFailing and (${isThis}${isSameImage})
| order by id asc
| project id, type, resourceId, data, properties = iff(${isThis}, properties, dynamic(null))`;
}

/** Everything that fails in some components, as {@link componentDetailsQuery} has it of one. */
export function componentCvesQuery(cluster: ClusterScope, componentIds: readonly string[]): string {
  return `${vulnerabilitiesOf(cluster)}
| where isFailing and resourceId in~ (${kqlLiterals(componentIds)})
| order by id asc
| project id, type, resourceId, data, properties`;
}

function vulnerabilitiesOf(cluster: ClusterScope): string {
  return `${assessmentsOfCluster(cluster, subAssessments)}
| where ${isVulnerability()}
| extend data = tostring(coalesce(properties.resourceAdditionalData, properties.ResourceAdditionalData))`;
}
