import { assignmentRow } from "../../../Extension/ArmEmulator/World/assignmentHistory";
import type {
  Cluster,
  SecurityRow,
  World,
  WorldAssessment,
} from "../../../Extension/ArmEmulator/World/world";

/** Findings as somebody reads them who knows the service's documentation and not how the emulator makes them. */
export type Json = Readonly<Record<string, unknown>>;

export function jsonOf(value: unknown): Json {
  return (typeof value === "string" ? JSON.parse(value) : (value ?? {})) as Json;
}

/** A property in either letter case. */
export function read(object: Json, name: string): unknown {
  return object[name] ?? object[name.charAt(0).toLowerCase() + name.slice(1)];
}

/** What the row of a rated resource is about: everything before the provider that rates it. */
export const resourceOf = ({ id }: { readonly id: string }) =>
  id.split("/providers/Microsoft.Security/")[0] ?? "";
export const codeOf = ({ properties }: WorldAssessment) => String(jsonOf(properties.status).code);
export const isUnhealthy = (assessment: WorldAssessment) => codeOf(assessment) === "Unhealthy";
export const metadataOf = ({ properties }: WorldAssessment) => jsonOf(properties.metadata);
export const categoryOf = (assessment: WorldAssessment) =>
  String(metadataOf(assessment).recommendationCategory);
export const typeOf = ({ properties }: WorldAssessment) =>
  String(jsonOf(properties.resourceDetails).ResourceType);
export const softwareOf = ({ properties }: WorldAssessment) => jsonOf(properties.additionalData);
export const containerOf = ({ properties }: WorldAssessment) => jsonOf(properties.resourceAdditionalData);

/** Whether a row is about a cluster, something in it, or its machines. */
export function isAbout({ id, nodeResourceGroup }: Cluster): (row: { readonly id: string }) => boolean {
  const [subscription] = id.split("/resourceGroups/");
  const places = [id, `${subscription}/resourceGroups/${nodeResourceGroup}`];
  return (row) => places.some((place) => row.id.toLowerCase().startsWith(`${place}/`.toLowerCase()));
}

export const assessmentsOf = ({ assessments }: World, cluster: Cluster) =>
  assessments.filter(isAbout(cluster));

/** What Resource Graph shows besides assessments and alerts. */
export const otherRowsOf = ({ securityRows, governanceAssignments }: World): readonly SecurityRow[] => [
  ...securityRows,
  ...[...governanceAssignments.values()].flatMap((assignment) => assignmentRow(assignment) ?? []),
];
export const rowsOf = (world: World, type: string): readonly SecurityRow[] =>
  otherRowsOf(world).filter((row) => row.type === `microsoft.security/${type}`);

export const subAssessments = "assessments/subassessments";
export const governance = "assessments/governanceassignments";

const parsed = new Map<string, readonly Json[]>();

/** The vulnerabilities that a row of the individual model names. */
export function cvesOf(assessment: WorldAssessment): readonly Json[] {
  const details = read(softwareOf(assessment), "CvesDetails");
  if (typeof details !== "string") {
    return [];
  }
  const cves = parsed.get(details) ?? (JSON.parse(details) as readonly Json[]); // Few texts, many rows.
  parsed.set(details, cves);
  return cves;
}

export const cveIdsOf = (assessment: WorldAssessment) => cvesOf(assessment).map(({ CveId }) => String(CveId));
export const cveIdOf = ({ properties }: SecurityRow) =>
  String(jsonOf(jsonOf(properties.additionalData).vulnerabilityDetails).cveId);

export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}
