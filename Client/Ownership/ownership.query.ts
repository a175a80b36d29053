import {
  assessmentsOfCluster,
  isVulnerability,
  recommendationKey,
} from "../Azure/ResourceGraph/clusterAssessments";
import { byInitiative } from "../Azure/ResourceGraph/statusPerInitiative";
import type { FindingKey } from "./underlyingAssessment";
import type { ClusterScope } from "../Core/clusterScope";
import { kqlLiteral, kqlLiterals } from "../Core/kqlLiteral";

/**
 * The failing assessments that findings stand for, with who owns each. One row per assessment, the worst first. How one stands in an
 * initiative may differ from its own status (`statusPerInitiative`), and it is behind those findings that it fails.
 */
export function underlyingAssessmentsQuery(cluster: ClusterScope, keys: readonly FindingKey[]): string {
  const among = (column: string, some: readonly FindingKey[]) =>
    some.length === 0 ? [] : [`${column} in (${kqlLiterals(some.map(({ id }) => id.toLowerCase()))})`];
  const byRecommendation = keys.filter((key) => key.kind === "recommendation");
  const own = [
    ...among(
      "assessmentId",
      keys.filter(({ kind }) => kind === "assessment"),
    ),
    ...among(
      "vulnerable",
      keys.filter(({ kind }) => kind === "resource"),
    ),
  ];
  const initiatives = [...new Set(byRecommendation.map(({ initiative = "" }) => initiative))];
  const isFailing = [
    ...own.map((condition) => `isFailingItself and ${condition}`),
    ...initiatives.flatMap((initiative) => {
      const fails =
        initiative === "" ? "isFailingItself" : `set_has_element(initiatives, ${kqlLiteral(initiative)})`;
      const its = byRecommendation.filter((key) => (key.initiative ?? "") === initiative);
      return among("recommendation", its).map((condition) => `${fails} and ${condition}`);
    }),
  ];
  return `${assessmentsOfCluster(cluster)}
| extend recommendation = ${recommendationKey}, isVulnerability = ${isVulnerability()}
| extend vulnerable = iff(isVulnerability, resourceId, '')
| where ${[...own, ...among("recommendation", byRecommendation)].join(" or ")}
${byInitiative}
| extend displayName = tostring(coalesce(properties.displayName, properties.metadata.displayName))
| summarize
    isFailingItself = countif(isFailing and isempty(initiative)) > 0,
    initiatives = make_set_if(initiative, isFailing and isnotempty(initiative)),
    arg_min(failsFirst, assessmentId, resourceId, recommendation, isVulnerability, vulnerable, risk, severity, riskRank, severityRank, displayName, owner, due)
  by id
| where ${isFailing.map((condition) => `(${condition})`).join(" or ")}
| extend rank = iff(riskRank < 9, riskRank, severityRank)
| extend level = iff(riskRank < 9, risk, severity)
| order by rank asc, id asc
| project
    id,
    resourceId,
    recommendation,
    isVulnerability,
    isFailing = isFailingItself,
    initiatives,
    level,
    displayName,
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
