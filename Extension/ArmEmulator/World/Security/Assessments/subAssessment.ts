import { ratingOf, type CveDetails } from "./packageVulnerabilities";
import type { Random } from "../../random";
import type { SecurityRow } from "../../world";

/** What is particular to the findings of one scanner. */
interface Particulars {
  /** The scanner's own id: a CVE, or a number that looks like none. */
  readonly id: string;
  readonly category: string;
  readonly remediation?: string;
  readonly resourceDetails: Readonly<Record<string, unknown>>;
  readonly additionalData: Readonly<Record<string, unknown>>;
}

/** A finding of a grouped assessment: one CVE of one resource. */
export function subAssessment(
  parentId: string,
  cve: CveDetails,
  { additionalData, ...particulars }: Particulars,
  random: Random,
): SecurityRow {
  const name = random.guid();
  const score = ratingOf(cve)?.score;
  return {
    id: `${parentId}/subassessments/${name}`,
    name,
    type: "microsoft.security/assessments/subassessments",
    properties: {
      displayName: cve.CveId,
      description: cve.Description,
      status: { code: "Unhealthy", severity: cve.Severity || "Low" },
      timeGenerated: cve.PublishedDate,
      ...particulars,
      additionalData: { ...additionalData, ...(score === undefined ? {} : { cvssV30Score: score }) },
    },
  };
}
