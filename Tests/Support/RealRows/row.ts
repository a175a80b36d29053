import type { JsonRecord } from "../../../Client/Core/json";
import { clusterId } from "../findings";

/** A row of Resource Graph's `securityresources`. */
export interface RealRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: JsonRecord;
}

/** Resource group of the machines of the cluster that all fixtures are about. */
export const nodeResourceGroup = "MC_g_prod_westeurope";

/** Id of a container as published rows have it: the cluster's in lower case and a segment (real-data.md §1). */
export function containerIdOf(segment: string): string {
  return `${clusterId.toLowerCase()}/securityentitydata/${segment}`;
}

/** Id of a scale set in the node resource group (real-data.md §2). */
export function scaleSetIdOf(name: string): string {
  return `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/${nodeResourceGroup}/providers/Microsoft.Compute/virtualMachineScaleSets/${name}`;
}

interface AssessmentShape {
  readonly key: string;
  readonly resourceDetails: JsonRecord;
  readonly displayName: string;
  /** Of the individual model only. */
  readonly category?: string;
  readonly severity?: string;
  readonly additionalData?: unknown;
}

/** A failing assessment at the path of a resource. Without a severity it has that of an unrated recommendation, Medium. */
export function assessmentRow(path: string, shape: AssessmentShape): RealRow {
  const { key, resourceDetails, displayName, category, severity = "Medium", additionalData } = shape;
  return {
    id: `${path}/providers/Microsoft.Security/assessments/${key}`,
    name: key,
    type: "microsoft.security/assessments",
    properties: {
      resourceDetails,
      displayName,
      status: { code: "Unhealthy", firstEvaluationDate: "2026-09-15T20:48:57.0346801Z" },
      metadata: { severity, ...(category === undefined ? {} : { recommendationCategory: category }) },
      ...(additionalData === undefined ? {} : { additionalData }),
    },
  };
}

/** One finding under a grouped assessment. */
export function subAssessmentRow(parent: RealRow, name: string, properties: JsonRecord): RealRow {
  return {
    id: `${parent.id}/subassessments/${name}`,
    name,
    type: "microsoft.security/assessments/subassessments",
    properties,
  };
}
