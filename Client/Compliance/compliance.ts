import { distinctLabels } from "../Core/label";
import type { RecommendationLevel } from "../Core/level";
import type { Counts } from "../Core/listing";
import type { Ownership } from "../Core/ownership";

/** A recommendation that the cluster, or something in it, fails, seen as a gap in one control of one standard. */
export interface ComplianceIssue {
  /** ARM id of the regulatory compliance assessment: standard, control and recommendation. */
  readonly id: string;
  /** Name of the standard in its ARM id; {@link standardLabel} is how people write it. */
  readonly standard: string;
  /** Number of the control in its standard, `NS.2` for example. */
  readonly control: string;
  /** What the control asks for; empty when not reported. */
  readonly controlTitle: string;
  readonly title: string;
  /** Key of the recommendation, or the category that it stands for. Rows of several standards share it. */
  readonly recommendation: string;
  /** The initiative whose statuses it goes by, as queries compare its name; absent: it goes by the assessments' own status. */
  readonly initiative?: string | undefined;
  readonly level: RecommendationLevel;
  readonly ranking: "risk" | "severity";
  /** How many assessments of the cluster and its components fail it. */
  readonly failing: number;
  /** ARM id of the worst of them. */
  readonly assessmentId: string;
  readonly ownership: Ownership;
}

/**
 * The standards that say something about the cluster: those with a row that fails, and the others. From the numbers that the
 * list came with; `undefined` when they are not known.
 */
export function standardsSummary(counts: Counts): StandardsSummary | undefined {
  const all = counts.get("standard");
  const failing = counts.get("failingStandard");
  if (!all || !failing) {
    return undefined;
  }
  const names = [...all.keys()].filter((name) => name !== "").sort();
  const labels = distinctLabels(names, standardLabel);
  const labelsOf = (some: readonly string[]) => some.map((name) => labels.get(name) ?? name);
  return {
    compliant: labelsOf(names.filter((name) => !failing.has(name))),
    nonCompliant: labelsOf(names.filter((name) => failing.has(name))),
  };
}

/** How the standards stand for this cluster, by name. */
interface StandardsSummary {
  readonly compliant: readonly string[];
  readonly nonCompliant: readonly string[];
}

export interface ComplianceDetails {
  /** HTML from the service: to be sanitized before it is shown. */
  readonly descriptionHtml: string;
  /** HTML from the service: to be sanitized before it is shown. */
  readonly remediationHtml: string;
  /** Id of the built-in Azure Policy behind it, a GUID; `undefined` when there is none. */
  readonly policyId: string | undefined;
  /** Other controls that the same fix satisfies, by standard. */
  readonly alsoSatisfies: readonly { readonly standard: string; readonly controls: readonly string[] }[];
  readonly portalLink: string | undefined;
}

const guidOrDash = /(\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b)|-/gi;

/**
 * The name of a standard as people write it: ids have dashes for spaces. A GUID keeps its own, and so does a name that has spaces.
 * Two standards may have the same label, so a label is no key.
 */
export function standardLabel(name: string): string {
  return /\s/.test(name) ? name : name.replace(guidOrDash, (_, guid?: string) => guid ?? " ");
}
