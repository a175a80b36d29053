import { judgedBy } from "./clusterAssessments";

/**
 * KQL that makes rows of an assessment by initiative: one for its own status, with an empty `initiative`, and one for each that
 * `statusPerInitiative` has a status of. An initiative that is listed twice counts once, as failing where either does.
 */
export const byInitiative = `| extend listed = properties.statusPerInitiative
| mv-expand entry = iff(array_length(listed) > 0, array_concat(dynamic([{}]), listed), dynamic([{}]))
| extend initiative = ${initiativeKey("entry.policyInitiativeName")}, itsCode = tostring(entry.assessmentStatus.code)
| where isempty(initiative) == isempty(itsCode)
| extend code = iff(isempty(itsCode), tostring(properties.status.code), itsCode)
| extend cause = iff(isempty(itsCode), tostring(properties.status.cause), tostring(entry.assessmentStatus.cause))
| extend failsFirst = iff(code =~ 'Unhealthy', 0, 1)
| summarize arg_min(failsFirst, *) by id, initiative
${judgedBy("code", "cause")}`;

/**
 * KQL for what names of standards and initiatives have in common.
 *
 * Assumption, here alone: which initiative belongs to which standard is unpublished. They are taken for one where their names have
 * the same letters and digits; a standard without such an initiative goes by the assessment's own `status.code`.
 */
export function initiativeKey(name: string): string {
  return `tolower(replace_regex(tostring(${name}), '[^A-Za-z0-9]', ''))`;
}
