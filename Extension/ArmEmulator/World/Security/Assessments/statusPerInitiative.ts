import type { AssessmentCode } from "./assessment";
import { complianceStandards } from "./complianceStandards";

/** A recommendation that one initiative has turned off, while others still ask for it. */
export const turnedOff = {
  standard: "NIST-SP-800-53-R5",
  key: "405c9ae6-49f9-46c4-8873-a86690f27818",
} as const;

/**
 * How a recommendation stands in each initiative that has it, as in `properties.statusPerInitiative` (real-data.md §7). Names of
 * initiatives have spaces where those of standards have dashes, which is a guess.
 */
export function statusPerInitiative(key: string, code: AssessmentCode): readonly unknown[] {
  return complianceStandards
    .filter(({ controls }) => controls.some(({ recommendations }) => recommendations.includes(key)))
    .map(({ name }) => ({
      policyInitiativeName: name.replaceAll("-", " "),
      assessmentStatus:
        name === turnedOff.standard && key === turnedOff.key && code === "Unhealthy"
          ? { code: "NotApplicable", cause: "OffByPolicy" }
          : { code },
    }));
}
