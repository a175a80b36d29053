import { complianceStandards, type Control, type Standard } from "./complianceStandards";
import { recommendations } from "./recommendations";
import type { SecurityRow, WorldAssessment } from "../../world";

const standardType = "microsoft.security/regulatorycompliancestandards";
const controlType = `${standardType}/regulatorycompliancecontrols`;
const assessmentType = `${controlType}/regulatorycomplianceassessments`;

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/**
 * The regulatory compliance of the subscription: standards, their controls, and the recommendations that each control rests
 * on. A recommendation is named by its key or, where it stands for a whole category, by the category in its description.
 */
export function generateCompliance(
  subscriptionId: string,
  assessments: readonly WorldAssessment[],
): readonly SecurityRow[] {
  const tallies = tally(assessments);
  return complianceStandards.flatMap((standard) => {
    const id = `/subscriptions/${subscriptionId}/providers/Microsoft.Security/regulatoryComplianceStandards/${standard.name}`;
    const rows = standard.controls.flatMap((control) => controlRows(id, standard, control, tallies));
    const state = standard.isSupported ? stateOf(rows) : "Unsupported";
    return [{ id, name: standard.name, type: standardType, properties: { state } }, ...rows];
  });
}

function stateOf(rows: readonly SecurityRow[]): string {
  return rows.some(({ properties }) => properties.state === "Failed") ? "Failed" : "Passed";
}

function controlRows(
  standardId: string,
  { isSupported }: Standard,
  { name, title, recommendations: keys }: Control,
  tallies: ReadonlyMap<string, Tally>,
): readonly SecurityRow[] {
  const id = `${standardId}/regulatoryComplianceControls/${name}`;
  const rows = keys.map((key) => recommendationRow(id, key, isSupported, tallies.get(key)));
  const state = isSupported ? stateOf(rows) : "Unsupported";
  return [{ id, name, type: controlType, properties: { description: title, state } }, ...rows];
}

function recommendationRow(
  controlId: string,
  key: string,
  isSupported: boolean,
  { passed, failed }: Tally = { passed: 0, failed: 0 },
): SecurityRow {
  const recommendation = recommendations.find((one) => one.key === key);
  const name = recommendation ? key : categoryName(key);
  return {
    id: `${controlId}/regulatoryComplianceAssessments/${name}`,
    name,
    type: assessmentType,
    properties: {
      description: recommendation?.title ?? key,
      assessmentType: recommendation ? "Assessment" : "assessmentCategory",
      scope: "Subscription",
      state: !isSupported ? "Unsupported" : failed > 0 ? "Failed" : "Passed",
      passedResources: passed,
      failedResources: failed,
      skippedResources: 0,
    },
  };
}

/** Categories have names of their own, which say nothing. */
function categoryName(category: string): string {
  return category === "SoftwareUpdate"
    ? "d4e1f0a2-6b1c-4a57-9f33-0c7a1e5b2d01"
    : "d4e1f0a2-6b1c-4a57-9f33-0c7a1e5b2d02";
}

/** How many resources pass and fail, by recommendation and by category. */
function tally(assessments: readonly WorldAssessment[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { name, properties } of assessments) {
    const { code } = properties.status as { readonly code: string };
    const { recommendationCategory } = properties.metadata as { readonly recommendationCategory: string };
    const key = recommendationCategory === "Unknown" ? name : recommendationCategory;
    const { passed, failed } = tallies.get(key) ?? { passed: 0, failed: 0 };
    tallies.set(key, {
      passed: passed + (code === "Healthy" ? 1 : 0),
      failed: failed + (code === "Unhealthy" ? 1 : 0),
    });
  }
  return tallies;
}
