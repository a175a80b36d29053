import type { RecommendationLevel } from "../Core/level";
import type { CveSeverity } from "../Vulnerabilities/vulnerability";

/**
 * What a level weighs in a plan: as much as four of the level below it. The level is the one that the service gives, Defender CSPM's risk
 * where there is one, else the severity. There's no other weighting in the product.
 */
const levelWeights: Readonly<Record<RecommendationLevel, number>> = {
  Critical: 64,
  High: 16,
  Medium: 4,
  Low: 1,
};

/** Weights are whole numbers, so that sums don't depend on their order: this many are one finding of the lowest level. */
const weightUnit = 1_000;

export function riskWeight(level: RecommendationLevel): number {
  return levelWeights[level] * weightUnit;
}

/** Shares of a component's risk among its CVEs. A CVE without a severity counts as the component itself, never as less. */
export function severityShare(severity: CveSeverity, component: RecommendationLevel): number {
  return levelWeights[severity === "Unknown" ? component : severity];
}
