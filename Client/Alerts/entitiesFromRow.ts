import { entityKinds, type Entity, type EntityKind } from "./alert";
import { boundedDepth } from "../Core/boundedDepth";
import { distinctFacts, type KeyedFact } from "./distinctFacts";
import { entityGraph, type EntityGraph } from "./entityGraph";
import { isRecord, textOf, type JsonRecord } from "../Core/json";
import { isBareInstance, isScaleSetInstance } from "../Core/scaleSetNode";
import {
  serviceAccountOfUser,
  entityName,
  entityProperty,
  resourceIdIn,
  serviceAccountIn,
} from "./entityNames";
import { kubernetesKind } from "../Core/kubernetesKind";
import { labelOf } from "../Core/label";
import { kindKey, workloadKindNamed } from "../Core/workloadKind";

/** Wire names of the kinds, without letter case and punctuation. Kubernetes kinds carry their prefix in two spellings. */
const kindByType: ReadonlyMap<string, EntityKind> = new Map(
  Object.entries({
    account: "account",
    azureresource: "azureResource",
    cluster: "cluster",
    container: "container",
    containerimage: "containerImage",
    dns: "dns",
    dnsresolution: "dns",
    file: "file",
    filehash: "fileHash",
    host: "host",
    ip: "ip",
    malware: "malware",
    namespace: "namespace",
    node: "host",
    pod: "pod",
    process: "process",
    service: "service",
    serviceaccount: "serviceAccount",
  }),
);

/** What the service keeps for itself: whether an entity is an asset, and where it stands in a drawing of the alert. */
const bookkeeping: ReadonlySet<string> = new Set(["asset", "isgraphcenter", "metadata", "type"]);

export interface Entities {
  /** Sorted by kind, then in the order of the alert. */
  readonly entities: readonly Entity[];
  /** References of the alert to entities that it does not contain. */
  readonly dangling: readonly string[];
}

/** Reads the entity list of an alert. Objects without a type describe no entity and are only reached through others. */
export function entitiesFromRow(list: readonly unknown[]): Entities {
  const bounded = boundedDepth(list);
  const graph = entityGraph(Array.isArray(bounded) ? bounded : []);
  const entities = graph.entities.map((object) => toEntity(object, graph));
  return {
    entities: entityKinds.flatMap((kind) => entities.filter((entity) => entity.kind === kind)),
    dangling: graph.dangling,
  };
}

function toEntity(object: JsonRecord, graph: EntityGraph): Entity {
  const kind = kindOf(object);
  const resourceId = resourceIdIn(object);
  const workloadKind = kind === "workload" ? workloadKindNamed(typeOf(object)) : undefined;
  return {
    kind,
    name: nameOf(object, graph),
    facts: distinctFacts(factsOf(object, graph)),
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(workloadKind === undefined ? {} : { workloadKind }),
  };
}

/** A Kubernetes kind that is none of the others makes pods; anything else that is not known is only listed. */
function kindOf(object: JsonRecord): EntityKind {
  const type = typeOf(object);
  const known = kindByType.get(kindKey(type));
  if (known !== undefined) {
    return known;
  }
  const isKubernetes = /^(?:k8s|kubernetes)/i.test(type);
  return isKubernetes && workloadKindNamed(type) !== undefined ? "workload" : "other";
}

function typeOf(object: JsonRecord): string {
  return textOf(entityProperty(object, "type")) ?? "";
}

function nameOf(object: JsonRecord, graph: EntityGraph): string {
  return entityName(object, kindOf(object), graph);
}

function factsOf(object: JsonRecord, graph: EntityGraph): readonly KeyedFact[] {
  const name = nameOf(object, graph);
  const resourceId = resourceIdIn(object);
  const isInstance = resourceId !== undefined && isScaleSetInstance(resourceId);
  const kind = kindOf(object);
  const ownFacts = Object.entries(object).flatMap(([key, value]): KeyedFact[] => {
    if (key.startsWith("$") || bookkeeping.has(key.toLowerCase())) {
      return [];
    }
    const text = factText(value, graph);
    const isNothing =
      text === undefined || text === name || ((isInstance || kind === "host") && isBareInstance(text));
    return isNothing ? [] : [{ key, name: labelOf(key), value: text }];
  });
  if (kind === "workload") {
    return [{ key: "kind", name: "Kind", value: workloadKindNamed(typeOf(object)) ?? "" }, ...ownFacts];
  }
  if (kind === "other" && name !== typeOf(object)) {
    return [{ key: "kind", name: "Kind", value: otherKind(typeOf(object)) }, ...ownFacts];
  }
  return kind === "serviceAccount" ? withAccount(object, ownFacts, graph) : ownFacts;
}

/** Kind of an entity that this product doesn't model: as Kubernetes spells it, else in words. */
function otherKind(type: string): string {
  return kubernetesKind(kindKey(type)) ?? labelOf(type.replace(/^(?:k8s|kubernetes)[\s_-]*/i, ""));
}

/** The parts of a service account's name as facts, since its name as it came may hold both. */
function withAccount(
  object: JsonRecord,
  facts: readonly KeyedFact[],
  graph: EntityGraph,
): readonly KeyedFact[] {
  const written = textOf(entityProperty(object, "name")) ?? "";
  const account = serviceAccountIn(object, written, graph);
  if (!account) {
    return facts;
  }
  const others = facts.filter(({ key }) => !["name", "namespace"].includes(key.toLowerCase()));
  const user = serviceAccountOfUser(written) ? [{ key: "userName", name: "User name", value: written }] : [];
  return [{ key: "namespace", name: "Namespace", value: account.namespace }, ...user, ...others];
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
