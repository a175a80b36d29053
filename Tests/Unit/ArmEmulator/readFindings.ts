import { assignmentRow } from "../../../Extension/ArmEmulator/World/Security/Ownership/assignmentHistory";
import type {
  Cluster,
  SecurityRow,
  World,
  WorldAssessment,
} from "../../../Extension/ArmEmulator/World/world";

/** Findings as someone reads them who knows the service's documentation and not how the emulator makes them. */
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

/** Where a container runs, in whichever published form a row has it; texts, empty where a form has no such thing. */
export interface ContainerPlace {
  readonly namespace: string;
  readonly pod: string;
  /** In lower case. A ReplicaSet `x-*` is that of the Deployment `x`. */
  readonly controllerKind: string;
  readonly controllerName: string;
  readonly container: string;
  /** Registry and repository. */
  readonly image: string;
  readonly digest: string;
}

const firstParts = new WeakMap<World, ReadonlyMap<string, SecurityRow>>();

/** What the sub-assessments of an assessment say, by the first of them. */
function partOf(world: World, parent: WorldAssessment): Json {
  const parts =
    firstParts.get(world) ??
    new Map(
      [...world.securityRows]
        .reverse()
        .map((row) => [row.id.slice(0, row.id.lastIndexOf("/subassessments/")), row] as const),
    );
  firstParts.set(world, parts);
  return jsonOf(parts.get(parent.id)?.properties.additionalData);
}

export function placeIn(world: World, row: WorldAssessment): ContainerPlace {
  const inline = softwareOf(row);
  const [data, isInline] =
    row.properties.resourceAdditionalData !== undefined
      ? [jsonOf(row.properties.resourceAdditionalData), false]
      : [inline, true];
  const part = partOf(world, row);
  const kubernetes = jsonOf(part.kubernetesDetails);
  const artifact = jsonOf(part.artifactDetails);
  const text = (...values: readonly unknown[]) => values.find((value) => typeof value === "string") ?? "";
  const kind = text(read(data, "ControllerType"), kubernetes.controllerKind).toLowerCase();
  const name = text(read(data, "ControllerName"), kubernetes.controllerName);
  const named =
    kubernetes.containerName ?? (isInline ? jsonOf(row.properties.resourceDetails).ResourceName : undefined);
  return {
    namespace: text(read(data, "Namespace"), kubernetes.namespace),
    pod: text(read(data, "PodName"), kubernetes.podName),
    controllerKind: kind === "replicaset" ? "deployment" : kind,
    controllerName: kind === "replicaset" ? name.replace(/-\*$/, "") : name,
    container: text(read(data, "ContainerName"), named),
    image: text(
      read(data, "ImageUri"),
      `${text(artifact.registryHost)}/${text(artifact.repositoryName)}`,
    ).replace(/(?:@|:)[^/]*$/, ""),
    digest: text(read(data, "Digest"), artifact.digest),
  };
}

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

/** The vulnerabilities that a row of the individual model names in full. */
export function cvesOf(assessment: WorldAssessment): readonly Json[] {
  const details = read(softwareOf(assessment), "CvesDetails");
  if (typeof details !== "string") {
    return [];
  }
  const cves = parsed.get(details) ?? (JSON.parse(details) as readonly Json[]); // Few texts, many rows.
  parsed.set(details, cves);
  return cves;
}

/** Those that an assessment names, in full or by number alone. */
export function cveIdsOf(assessment: WorldAssessment): readonly string[] {
  const { CVEs = "[]" } = softwareOf(assessment);
  const inline = JSON.parse(String(CVEs)) as readonly Json[];
  return [...cvesOf(assessment).map(({ CveId }) => String(CveId)), ...inline.map(({ CVE }) => String(CVE))];
}

/** The one that a sub-assessment is about: of a container, of a node, or of another machine. */
export function cveIdOf({ properties }: SecurityRow): string {
  const { vulnerabilityDetails, cve } = jsonOf(properties.additionalData);
  const [listed = {}] = Array.isArray(cve) ? (cve as readonly Json[]) : [jsonOf(cve)];
  return String(jsonOf(vulnerabilityDetails).cveId ?? listed.title);
}

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
