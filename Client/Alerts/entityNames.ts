import type { EntityKind } from "./alert";
import type { EntityGraph } from "./entityGraph";
import { property, textOf, type JsonRecord } from "../Core/json";
import { isBareInstance, isScaleSetInstance, nodeOfInstance, resourceNameOf } from "../Core/scaleSetNode";

/** Where each kind keeps its name, best first. A path leads through nested objects. */
const namePaths: Readonly<Record<EntityKind, readonly (readonly string[])[]>> = {
  account: [["displayName"], ["name"], ["upn"], ["aadUserId"]],
  azureResource: [["resourceName"], ["resourceId"]],
  cluster: [["name"], ["cloudResource", "resourceId"]],
  container: [["name"], ["containerId"]],
  containerImage: [["imageId"], ["name"]],
  dns: [["domainName"], ["name"]],
  file: [["name"]],
  fileHash: [["value"]],
  host: [["hostName"], ["netBiosName"], ["name"], ["azureID"]],
  ip: [["address"]],
  malware: [["name"]],
  namespace: [["name"]],
  other: [["name"], ["friendlyName"], ["displayName"]],
  pod: [["name"]],
  process: [["commandLine"], ["imageFile", "name"], ["processId"]],
  service: [["name"]],
  serviceAccount: [["name"]],
  workload: [["name"]],
};

/** A property of an entity, in any letter case: `azureID` and `AzureId` are the same. */
export function entityProperty(object: JsonRecord, name: string): unknown {
  const wanted = name.toLowerCase();
  return property(object, name) ?? Object.entries(object).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** The Azure resource that an entity is; `undefined` when it names none. */
export function resourceIdIn(object: JsonRecord): string | undefined {
  return textOf(entityProperty(object, "resourceId")) ?? textOf(entityProperty(object, "azureID"));
}

/** Display name of an entity: namespace and name of a service account; without a name, its type. */
export function entityName(object: JsonRecord, kind: EntityKind, graph: EntityGraph): string {
  if (kind === "host" || kind === "azureResource") {
    return placeName(object, kind, graph);
  }
  const name = namesOf(object, kind, graph)[0] ?? typeName(object);
  if (kind === "serviceAccount") {
    const account = serviceAccountIn(object, name, graph);
    return account ? `${account.namespace}/${account.name}` : name;
  }
  // Paths and command lines are evidence, whatever they begin with.
  const isEvidence = kind === "process" || kind === "file";
  return isEvidence ? name : nameInId(name);
}

/** What to call a host or a resource: an instance of a scale set as its node. A bare instance number is no name. */
function placeName(object: JsonRecord, kind: "host" | "azureResource", graph: EntityGraph): string {
  const name = namesOf(object, kind, graph).find((found) => !isBareInstance(found));
  const resourceId = resourceIdIn(object);
  if (resourceId === undefined || !isScaleSetInstance(resourceId)) {
    return nameInId(name ?? typeName(object));
  }
  const ownName = name === undefined || name.includes("/") ? resourceNameOf(resourceId) : name;
  return nodeOfInstance(resourceId) ?? ownName;
}

/** The names that an entity has, best first. */
function namesOf(object: JsonRecord, kind: EntityKind, graph: EntityGraph): readonly string[] {
  return namePaths[kind]
    .map((path) => textOf(follow(object, path, graph)))
    .filter((name) => name !== undefined);
}

function typeName(object: JsonRecord): string {
  return textOf(entityProperty(object, "type")) ?? "";
}

/** The name of a resource whose id stands where a name is expected. */
function nameInId(name: string): string {
  return name.startsWith("/subscriptions/") ? resourceNameOf(name) : name;
}

/** Namespace and name of a service account: those in its user name, or the namespace that it refers to. */
export function serviceAccountIn(object: JsonRecord, name: string, graph: EntityGraph) {
  const namespace = textOf(follow(object, ["namespace", "name"], graph));
  return serviceAccountOfUser(name) ?? (namespace === undefined ? undefined : { namespace, name });
}

function follow(object: JsonRecord, [step, ...rest]: readonly string[], graph: EntityGraph): unknown {
  if (step === undefined) {
    return object;
  }
  const value = entityProperty(object, step);
  const next = graph.resolve(value);
  return rest.length === 0 || !next ? value : follow(next, rest, graph);
}

/** A service account of Kubernetes: it exists in one namespace, and every namespace has one called `default`. */
interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

/** Reads the user name under which a service account calls the API, `system:serviceaccount:<namespace>:<name>`. */
export function serviceAccountOfUser(user: string): ServiceAccount | undefined {
  const match = /^system:serviceaccount:([^:]+):([^:]+)$/i.exec(user.trim());
  const [, namespace, name] = match ?? [];
  return namespace === undefined || name === undefined ? undefined : { namespace, name };
}
