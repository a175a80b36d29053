import {
  assessmentsOfCluster,
  judgedColumn,
  rankedColumns,
  rankFindings,
  sumOfAssessments,
} from "../Azure/ResourceGraph/clusterAssessments";
import { kqlLiteral, kqlLiterals } from "../Core/kqlLiteral";
import type { ClusterScope } from "../Core/clusterScope";
import { aksUpgradeKeys } from "../Core/recommendation";
import { expandCves } from "./contentSources";
import { identityColumns, placeSources } from "./placeSources";

const subAssessments = "microsoft.security/assessments/subassessments";

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

/**
 * Components as in {@link listComponentsQuery}, those alone that have something that fails, with what their CVEs say: of each
 * assessment and sub-assessment first, then of all rows of a component together. The lists come as JSON texts.
 */
export function listContentsQuery(cluster: ClusterScope): string {
  const kept = `id, type, resourceId, package, claimed, isFailing, isAssigned, owner, due, riskRank, severityRank, resolved, resolvedRank, ${judgedColumn}, seen, ofAks, resourceType, ${identityNames.join(", ")}`;
  return `${identifiedVulnerabilitiesOf(cluster)}
| where isFailing
| extend seen = todatetime(properties.status.firstEvaluationDate)
${expandCves(subAssessments)}
| summarize
    names = make_set_if(names, isTold),
    fixes = make_set_if(fix, isTold),
    exploits = make_set_if(exploit, isTold)
  by ${kept}
| summarize
    failing = countif(type !~ ${kqlLiteral(subAssessments)}),
    ${sumOfAssessments},
    firstEvaluationDate = min(seen),
    ofAks = max(ofAks),
    resourceType = max(resourceType),
    ${setsOf(identityNames)},
    packages = make_set_if(package, isnotempty(package)),
    names = make_set(tostring(pack_array(claimed, names))),
    fixes = make_set(tostring(fixes)),
    exploits = make_set(tostring(exploits))
  by resourceId
${rankFindings("true")}
| order by rank asc, resourceId asc
| project id = resourceId, ${rankedColumns}, failing, assigned, owners, due, firstEvaluationDate, ofAks, resourceType, ${identityNames.join(", ")}, packages, names, fixes, exploits`;
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
  const places = placeSources.map(({ column }) => column).join(", ");
  const isSameImage = digest === undefined ? "" : ` or strcat(${places}) contains ${kqlLiteral(digest)}`;
  return `${identifiedVulnerabilitiesOf(cluster)}
| where isFailing and (${isThis}${isSameImage})
| order by id asc
| project id, type, resourceId, resourceType, ${identityNames.join(", ")}, properties = iff(${isThis}, properties, dynamic(null))`;
}

/** Everything that fails in some components, as {@link componentDetailsQuery} has it of one. */
export function componentCvesQuery(cluster: ClusterScope, componentIds: readonly string[]): string {
  return `${vulnerabilitiesOf(cluster)}
| where isFailing and resourceId in~ (${kqlLiterals(componentIds)})
| order by id asc
| project id, type, resourceId, properties`;
}

const identityNames = identityColumns.map(({ column }) => column);

/** The different texts of each column, a few of them: they should be one, and it is told when they are not. */
function setsOf(columns: readonly string[]): string {
  return columns
    .map((column) => `${column} = make_set_if(${column}, isnotempty(${column}), 5)`)
    .join(",\n    ");
}

function vulnerabilitiesOf(cluster: ClusterScope): string {
  return assessmentsOfCluster(cluster, { subject: "vulnerabilities", moreTypes: [subAssessments] });
}

/** The same rows with what says what their resource is. */
function identifiedVulnerabilitiesOf(cluster: ClusterScope): string {
  const identity = identityColumns.map(({ column, kql }) => `${column} = ${kql}`);
  return `${vulnerabilitiesOf(cluster)}
| extend facts = parse_json(tostring(coalesce(properties.additionalData, properties.AdditionalData)))
| extend
    resourceType = tostring(coalesce(properties.resourceDetails.ResourceType, properties.resourceDetails.resourceType)),
    ofAks = toint(key in~ (${kqlLiterals(aksUpgradeKeys)})),
    ${identity.join(",\n    ")}`;
}
