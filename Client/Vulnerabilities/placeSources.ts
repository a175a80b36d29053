/**
 * Where rows of Resource Graph say what a container is and where it runs, the best first: a column for each, as KQL over
 * `properties` and `facts` (its `additionalData`). Published rows have the first two; the third is that of images in
 * registries, and that a container has it too is an assumption.
 */
export const placeSources = [
  {
    // The assessment itself: recommendations about containers of AKS.
    column: "placeOfAssessment",
    kql: bagOf(
      ...["ContainerName", "Namespace", "PodName", "ControllerType", "ControllerName"],
      ...["ImageUri", "Repo", "Digest", "Tags"],
    ),
  },
  // Its sub-assessments, in two parts.
  { column: "placeInKubernetes", kql: either("facts", "kubernetesDetails") },
  { column: "imageOfArtifact", kql: either("facts", "artifactDetails") },
  { column: "placeOfResource", kql: either("properties", "resourceAdditionalData") },
  { column: "resourceName", kql: either("properties.resourceDetails", "resourceName") },
] as const;

export type PlaceColumn = (typeof placeSources)[number]["column"];

/** The node pool that machines belong to, and its cluster: of sub-assessments about machines. */
export const poolColumn = {
  column: "pool",
  kql: either("facts", "aggregateServerResourceMetadata"),
} as const;

/** All columns that say what a resource is. */
export const identityColumns = [...placeSources, poolColumn];

/** A property in either spelling, as text; empty when it is missing. */
function either(record: string, name: string): string {
  return `coalesce(${spellings(record, name)
    .map((path) => `tostring(${path})`)
    .join(", ")})`;
}

function spellings(record: string, name: string): readonly string[] {
  const upper = name.charAt(0).toUpperCase() + name.slice(1);
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return [`${record}.${upper}`, `${record}.${lower}`];
}

/** JSON text of those properties of `facts` that place a container; null where they are missing. */
function bagOf(...names: readonly string[]): string {
  const values = names.map((name) => `'${name}', coalesce(${spellings("facts", name).join(", ")})`);
  return `tostring(bag_pack(${values.join(", ")}))`;
}
