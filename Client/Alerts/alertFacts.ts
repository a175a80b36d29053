import type { Fact } from "../Core/label";
import type { AlertDetails, Entity, EntityKind } from "./alert";
import { plainLabel } from "./distinctFacts";

/** Labels of the facts, without letter case, spaces and punctuation, best first. */
export const factLabels = {
  namespace: ["namespace", "kubernetesnamespace"],
  pod: ["podname", "pod"],
  container: ["containername", "container"],
  image: ["imagename", "containerimage", "image"],
  digest: ["imagedigest", "digest"],
  node: ["compromisedhost", "nodename", "hostname"],
  resource: ["effectiveazureresourceid", "azureresourceid"],
  /** Assumption: agentless malware names the node pool under one of these; the label is not published. */
  pool: ["nodepool", "nodepoolname", "agentpool", "agentpoolname"],
  user: ["username", "user"],
  sourceIp: ["sourceip", "sourceipaddress", "ipaddress"],
  detectedBy: ["detectedby"],
  account: ["upnsuffix"],
  serviceAccount: ["serviceaccount"],
  objectKind: ["objectkind"],
  objectName: ["objectname"],
} as const;

/** The value of the first fact that has one of the labels; `undefined` when none does. */
export function factOf(facts: readonly Fact[], labels: readonly string[]): string | undefined {
  const found = labels.map((label) =>
    facts.find(({ name, value }) => plainLabel(name) === label && value !== ""),
  );
  return found.find((fact) => fact !== undefined)?.value;
}

/** The entities of a kind that have a name of their own: others are called by their type, such as `K8s-pod`. */
export function namedEntities({ entities }: AlertDetails, kind: EntityKind): readonly Entity[] {
  return entities.filter((entity) => entity.kind === kind && !isKindName(entity.name, kind));
}

/** The first of them that fits, else the first. */
export function firstNamed(
  details: AlertDetails,
  kind: EntityKind,
  fits: (entity: Entity) => boolean = () => false,
): Entity | undefined {
  const all = namedEntities(details, kind);
  return all.find(fits) ?? all[0];
}

/** What another entity is called in a fact of this one. */
export function nameIn(
  entity: Entity | undefined,
  labels: readonly string[],
  kind: EntityKind,
): string | undefined {
  const name = factOf(entity?.facts ?? [], labels);
  return name === undefined || isKindName(name, kind) ? undefined : name;
}

function isKindName(name: string, kind: EntityKind): boolean {
  const plain = plainLabel(name);
  return plain === "" || plain.replace(/^(?:k8s|kubernetes)/, "") === kind.toLowerCase();
}
