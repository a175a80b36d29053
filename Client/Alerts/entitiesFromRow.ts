import { entityKinds, type Entity, type EntityKind, type Fact } from "../Domain/alert";
import { isRecord, property, textOf, type JsonRecord } from "../Domain/json";
import { labelOf } from "../Domain/words";
import { entityGraph, type EntityGraph } from "../Domain/entityGraph";

/** Wire names of the kinds, without letter case and punctuation. Kubernetes kinds carry their prefix in two spellings. */
const kindByType: ReadonlyMap<string, EntityKind> = new Map(
  Object.entries({
    account: "account",
    azureresource: "azureResource",
    cluster: "cluster",
    container: "container",
    containerimage: "containerImage",
    file: "file",
    filehash: "fileHash",
    host: "host",
    ip: "ip",
    malware: "malware",
    namespace: "namespace",
    pod: "pod",
    process: "process",
    serviceaccount: "serviceAccount",
  }),
);

/** Where each kind keeps its name, best first. A path leads through nested objects. */
const namePaths: Readonly<Record<EntityKind, readonly (readonly string[])[]>> = {
  account: [["displayName"], ["name"], ["upn"], ["aadUserId"]],
  azureResource: [["resourceName"], ["resourceId"]],
  cluster: [["name"], ["cloudResource", "resourceId"]],
  container: [["name"], ["containerId"]],
  containerImage: [["imageId"], ["name"]],
  file: [["name"]],
  fileHash: [["value"]],
  host: [["hostName"], ["netBiosName"], ["azureID"]],
  ip: [["address"]],
  malware: [["name"]],
  namespace: [["name"]],
  other: [["name"], ["friendlyName"], ["displayName"]],
  pod: [["name"]],
  process: [["commandLine"], ["imageFile", "name"], ["processId"]],
  serviceAccount: [["name"]],
};

export interface Entities {
  /** Sorted by kind, then in the order of the alert. */
  readonly entities: readonly Entity[];
  /** References of the alert to entities that it does not contain. */
  readonly dangling: readonly string[];
}

/** Reads the entity list of an alert. Objects without a type describe no entity and are only reached through others. */
export function entitiesFromRow(list: readonly unknown[]): Entities {
  const graph = entityGraph(list);
  const entities = graph.entities.map((object) => toEntity(object, graph));
  return {
    entities: entityKinds.flatMap((kind) => entities.filter((entity) => entity.kind === kind)),
    dangling: graph.dangling,
  };
}

function toEntity(object: JsonRecord, graph: EntityGraph): Entity {
  return { kind: kindOf(object), name: nameOf(object, graph), facts: factsOf(object, graph) };
}

function kindOf(object: JsonRecord): EntityKind {
  const type = (textOf(property(object, "type")) ?? "").toLowerCase().replace(/[^a-z\d]/g, "");
  return kindByType.get(type.replace(/^(?:k8s|kubernetes)/, "")) ?? "other";
}

function nameOf(object: JsonRecord, graph: EntityGraph): string {
  const paths = namePaths[kindOf(object)];
  const names = paths.map((path) => textOf(follow(object, path, graph)));
  const name = names.find((found) => found !== undefined) ?? textOf(property(object, "type")) ?? "";
  return name.startsWith("/subscriptions/") ? name.slice(name.lastIndexOf("/") + 1) : name;
}

function follow(object: JsonRecord, [step, ...rest]: readonly string[], graph: EntityGraph): unknown {
  if (step === undefined) {
    return object;
  }
  const value = property(object, step);
  const next = graph.resolve(value);
  return rest.length === 0 || !next ? value : follow(next, rest, graph);
}

function factsOf(object: JsonRecord, graph: EntityGraph): readonly Fact[] {
  const name = nameOf(object, graph);
  return Object.entries(object).flatMap(([key, value]): Fact[] => {
    if (key.startsWith("$") || key.toLowerCase() === "type") {
      return [];
    }
    const text = factText(value, graph);
    return text === undefined || text === name ? [] : [{ name: labelOf(key), value: text }];
  });
}

/** A plain value as it is, another entity by its name, a list with commas. */
function factText(value: unknown, graph: EntityGraph): string | undefined {
  if (Array.isArray(value)) {
    const texts = value.map((element) => factText(element, graph)).filter((text) => text !== undefined);
    return texts.length > 0 ? texts.join(", ") : undefined;
  }
  if (!isRecord(value)) {
    return textOf(value);
  }
  const object = graph.resolve(value);
  return object && nameOf(object, graph) !== "" ? nameOf(object, graph) : undefined;
}
