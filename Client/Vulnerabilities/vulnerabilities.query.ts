import { rankedColumns, rankFindings, sumOfAssessments } from "../Azure/ResourceGraph/clusterAssessments";
import { kqlLiteral } from "../Core/kqlLiteral";
import type { ClusterScope } from "../Core/clusterScope";
import { identifiedVulnerabilitiesOf, identityNames, setsOf, subAssessments } from "./vulnerabilityRows";

/**
 * Components of one cluster, the vulnerable ones first, then those that were scanned and have nothing. Both models are read:
 * individual recommendations, one assessment per component and package, and the grouped ones with a sub-assessment per
 * vulnerability. All rows of a component are one row here, so that it counts once whichever model names it.
 */
export function listComponentsQuery(cluster: ClusterScope): string {
  return `${identifiedVulnerabilitiesOf(cluster)}
| summarize
    failing = countif(isFailing and type !~ ${kqlLiteral(subAssessments)}),
    rows = countif(isFailing),
    ${sumOfAssessments},
    firstEvaluationDate = min(todatetime(properties.status.firstEvaluationDate)),
    ofAks = max(ofAks),
    resourceType = max(resourceType),
    ${setsOf(identityNames)}
  by resourceId
${rankFindings("(rows > 0)")}
| order by rank asc, resourceId asc
| project id = resourceId, ${rankedColumns}, failing, assigned, owners, due, firstEvaluationDate, ofAks, resourceType, ${identityNames.join(", ")}`;
}
