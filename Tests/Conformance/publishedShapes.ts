import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { World } from "../../Extension/ArmEmulator/World/world";
import { alertFixtures } from "../Support/RealRows/alertFixtures";
import { aksContainer } from "../Support/RealRows/aksContainers";
import { nodePool } from "../Support/RealRows/nodePools";
import { individualContainer, runningContainer } from "../Support/RealRows/runningContainers";
import { shapeOf } from "../Support/RealRows/shapeOf";
import { jsonOf, rowsOf, subAssessments, typeOf } from "../Unit/ArmEmulator/readFindings";

/** The world has what published rows have: every path, with a value of its type, in the rows of the same shape. */
export interface Shape {
  readonly name: string;
  /** `properties` of fixtures. */
  readonly fixtures: readonly unknown[];
  /** A published row, by file and where in it, with replaced values. */
  readonly published?: readonly [file: string, ...path: readonly string[]];
  /** `properties` of the world's rows of the shape. */
  readonly inWorld: (world: World) => readonly unknown[];
  /** Paths that the shape's rows in the world do without, and why. */
  readonly without?: RegExp;
}

const assessments = (key: string) => (world: World) =>
  world.assessments.filter(({ name }) => name === key).map(({ properties }) => properties);
const findings = (resource: string) => (world: World) =>
  rowsOf(world, subAssessments)
    .filter(({ id }) => id.toLowerCase().includes(resource))
    .map(({ properties }) => properties);
const properties = (rows: readonly { readonly properties: unknown }[]) => rows.map((row) => row.properties);
const alertFixture = (shape: string) =>
  alertFixtures.filter((fixture) => fixture.shape === shape).map(({ rest }) => rest.properties);
/** Alerts that have an entity of a type. */
const alertsWith = (type: string) => (world: World) =>
  world.alerts
    .map((alert) => alert.properties)
    .filter(({ entities }) => (entities as readonly unknown[]).some((one) => jsonOf(one).type === type));

const ofSubAssessment = ["properties", "additionalData", "subAssessment", "properties"] as const;
/** The collector that published it had put the sub-assessment into its parent. */
const putThere = /^additionalData\.subAssessment\b/;

export const shapes: readonly Shape[] = [
  {
    name: "a container of AKS",
    fixtures: properties(aksContainer.rows),
    published: ["assessment-container-cves-inline.json", "properties"],
    inWorld: assessments("5409cb02-6884-4de3-870d-c17b98bbe04f"),
  },
  {
    name: "the parent of the findings of a running container",
    fixtures: properties(runningContainer.rows.slice(0, 1)),
    published: ["assessment-and-subassessment-container.json", "properties"],
    inWorld: assessments("c5045ea3-afc6-4006-ab8f-86c8574dbf3d"),
    without: putThere,
  },
  {
    name: "a finding of a running container",
    fixtures: properties(runningContainer.rows.slice(1)),
    published: ["assessment-and-subassessment-container.json", ...ofSubAssessment],
    inWorld: findings("/securityentitydata/"),
  },
  {
    name: "the parent of the findings of a node pool",
    fixtures: properties(nodePool.rows.slice(0, 1)),
    published: ["assessment-and-subassessment-node-pool.json", "properties"],
    inWorld: assessments("24a15fbd-cfe4-4dff-b2be-1c367a6b2031"),
    without: putThere,
  },
  {
    name: "a finding of a node pool",
    fixtures: properties(nodePool.rows.slice(1, 2)),
    published: ["assessment-and-subassessment-node-pool.json", ...ofSubAssessment],
    inWorld: findings("/virtualmachinescalesets/"),
  },
  {
    name: "a finding of a machine, its CVEs in a list",
    fixtures: properties(nodePool.rows.slice(2, 3)),
    inWorld: findings("/virtualmachines/"),
    // The fixture is a row of a node pool with a machine's list.
    without: /^additionalData\.(?:affectedNodes|aggregateServer|fixed|installed)/,
  },
  {
    name: "a container of the individual model",
    fixtures: properties(individualContainer.rows.slice(0, 1)),
    inWorld: (world) =>
      world.assessments.filter((row) => typeOf(row) === "K8s-container").map((row) => row.properties),
  },
  {
    name: "a machine of the individual model",
    fixtures: [],
    published: ["assessment-individual-machine.json", "properties"],
    inWorld: (world) =>
      world.assessments
        .filter((row) => typeOf(row) === "Microsoft.Compute/virtualMachines")
        .map((row) => row.properties),
    // A third spelling of the id, of which nothing is read.
    without: /^resourceDetails\.ResourceId/,
  },
  {
    name: "an alert on a workload without a pod",
    fixtures: alertFixture("a Deployment by its entity, no pod"),
    published: ["alert-workload-without-pod.rest.json", "properties"],
    inWorld: alertsWith("K8s-deployment"),
    // Facts of this one detection.
    without: /^extendedProperties\.sensitive mount/,
  },
  {
    name: "an alert with an account",
    fixtures: alertFixture("an account by its parts"),
    inWorld: alertsWith("account"),
  },
  {
    name: "an alert on a file by its hash",
    fixtures: alertFixture("a file by its hash"),
    inWorld: alertsWith("malware"),
    // Facts of other detections. In the world the sensor's alerts have hashes inside of their file and the cluster's resource inside
    // of the cluster.
    without: /^extendedProperties|^entities\[(?:filehash|azure-resource|K8s-cluster)\]|\.fileHashes/,
  },
  {
    name: "an alert on a service",
    fixtures: alertFixture("a service that exposes something"),
    inWorld: alertsWith("K8s-service"),
  },
  {
    name: "an alert on an instance of a scale set",
    fixtures: alertFixture("AzureDNS_DataInfiltration on instance 0 of a scale set"),
    published: ["alert-on-node-instance.rest.json", "properties"],
    inWorld: alertsWith("dns"),
  },
];

/** The rows of a shape that were published: those of the fixtures, and the one in the folder where that is there. */
function seen({ fixtures, published: row }: Shape, folder: string): readonly unknown[] {
  const [file, ...names] = row ?? [];
  const place = path.join(folder, "real-shapes", file ?? "none");
  if (file === undefined || !existsSync(place)) {
    return fixtures;
  }
  const json: unknown = JSON.parse(readFileSync(place, "utf8"));
  return [...fixtures, names.reduce<unknown>((value, name) => jsonOf(value)[name], json)];
}

/** Paths with their types that published rows of the shape have, and the world's rows of it lack. Throws when the world has none. */
export function missingPaths(shape: Shape, world: World, folder: string): readonly string[] {
  const known = new Set(shape.inWorld(world).flatMap((row) => shapeOf(row)));
  if (known.size === 0) {
    throw new Error(`The world has no row of the shape: ${shape.name}.`);
  }
  const paths = [...new Set(seen(shape, folder).flatMap((row) => shapeOf(row)))];
  return paths.filter((one) => !known.has(one) && shape.without?.test(one) !== true);
}

/** What the default world lacks of the published shapes, in words. */
export function shapeProblems(world: World, folder: string): readonly string[] {
  return shapes.flatMap((shape) =>
    missingPaths(shape, world, folder).map((one) => `${shape.name}: the world lacks ${one}`),
  );
}
