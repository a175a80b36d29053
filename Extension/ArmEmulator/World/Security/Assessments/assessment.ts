import type { Random } from "../../random";
import type { WorldAssessment } from "../../world";

const day = 86_400_000;

export type AssessmentCode = "Healthy" | "NotApplicable" | "Unhealthy";

/** What one recommendation says of one resource. */
export interface AssessmentPlan {
  /** ARM id of the resource. */
  readonly resourceId: string;
  readonly resourceType: string;
  /** What the service calls the resource; absent: the last part of its id. */
  readonly resourceName?: string;
  readonly key: string;
  readonly title: string;
  readonly severity: string;
  /** `recommendationCategory`: Unknown, SoftwareUpdate, ServiceUpgrade, … */
  readonly category: string;
  readonly code: AssessmentCode;
  /** Why it does not apply, where it does not; absent: its policy is off. */
  readonly cause?: "Exempt" | undefined;
  readonly description: string;
  readonly remediation: string;
  /** Of a built-in policy; empty: none. */
  readonly policyId: string;
  readonly tactics: readonly string[];
  /** Level that Defender CSPM's risk engine gives; `undefined` without that plan. */
  readonly risk: string | undefined;
  /** Properties beside those that every assessment has. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** An assessment as Resource Graph shows it. */
export function assessment(plan: AssessmentPlan, now: Date, random: Random): WorldAssessment {
  const { resourceId, key, title, code, cause = "OffByPolicy", policyId } = plan;
  const first = new Date(now.getTime() - day - random.whole(200 * day));
  return {
    id: `${resourceId}/providers/Microsoft.Security/assessments/${key}`,
    name: key,
    properties: {
      displayName: title,
      resourceDetails: detailsOf(plan),
      status: {
        code,
        ...(code === "NotApplicable" ? { cause } : {}),
        firstEvaluationDate: first.toISOString(),
        statusChangeDate: new Date(
          Math.min(now.getTime(), first.getTime() + random.whole(20 * day)),
        ).toISOString(),
      },
      metadata: {
        displayName: title,
        assessmentType: "BuiltIn",
        severity: plan.severity,
        categories: ["Container"],
        recommendationCategory: plan.category,
        policyDefinitionId:
          policyId === "" ? null : `/providers/Microsoft.Authorization/policyDefinitions/${policyId}`,
        description: plan.description,
        remediationDescription: plan.remediation,
        tactics: plan.tactics,
      },
      ...(plan.risk === undefined
        ? {}
        : { risk: { level: plan.risk, riskFactors: [], isContextualRisk: true } }),
      links: {
        azurePortal: `portal.azure.com/#blade/Microsoft_Azure_Security/RecommendationsBlade/assessmentKey/${key}`,
      },
      ...plan.more,
    },
  };
}

function detailsOf({ resourceId, resourceType, resourceName }: AssessmentPlan) {
  const Id = resourceId.toLowerCase();
  return {
    Source: "Azure",
    Id,
    NativeResourceId: Id,
    ResourceName: resourceName ?? resourceId.slice(resourceId.lastIndexOf("/") + 1),
    ResourceType: resourceType,
    ResourceProvider: /\/providers\/([^/]+)/.exec(resourceId)?.[1] ?? "",
  };
}

export function isUnhealthy(row: WorldAssessment): boolean {
  return codeOf(row) === "Unhealthy";
}

export function isHealthy(row: WorldAssessment): boolean {
  return codeOf(row) === "Healthy";
}

function codeOf({ properties }: WorldAssessment): AssessmentCode {
  return (properties.status as { readonly code: AssessmentCode }).code; // As generated.
}

/** ARM id of what an assessment is about. */
export function resourceIdOf({ id }: WorldAssessment): string {
  const [resourceId = ""] = id.split("/providers/Microsoft.Security/");
  return resourceId;
}

/** Levels that the risk engine gives with Defender CSPM; severity is only one of its inputs. */
const risks: Readonly<Record<string, readonly string[]>> = {
  Critical: ["Critical", "High", "High", "Medium"],
  High: ["Critical", "High", "Medium", "Medium"],
  Medium: ["High", "Medium", "Low"],
  Low: ["Medium", "Low"],
};

/** A risk for a severity; `undefined` where no plan computes risks. */
export function riskFor(severity: string, hasCspm: boolean, random: Random): string | undefined {
  return hasCspm ? random.pick(risks[severity] ?? ["Low"]) : undefined;
}
