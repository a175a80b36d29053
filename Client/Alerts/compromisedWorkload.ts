import type { AlertDetails, Entity } from "./alert";
import { factLabels, factOf, firstNamed, namedEntities, nameIn } from "./alertFacts";
import { controllerOfPod } from "../Core/podController";
import { serviceAccountOfUser } from "./entityNames";
import { kindKey, knownWorkloadKind, workloadKindNamed } from "../Core/workloadKind";

/** What makes pods. */
export interface Controller {
  /** As Kubernetes spells it; `undefined` where the alert names only a pod whose name fits more than one kind. */
  readonly kind?: string;
  readonly name: string;
}

/** The workload that was attacked. What the alert does not name is `undefined`. */
interface CompromisedWorkload {
  readonly namespace: string | undefined;
  readonly pod: string | undefined;
  readonly controller: Controller | undefined;
  readonly container: Entity | undefined;
  readonly containerName: string | undefined;
}

/**
 * Reads the workload from entities, and from facts where there is no such entity: the pod, else the controller, else the container.
 * Alerts of the audit log often name a controller and no pod (facts: real-data.md §3).
 */
export function compromisedWorkload(details: AlertDetails): CompromisedWorkload {
  const podFact =
    factOf(details.facts, factLabels.pod) ?? objectNamed(details, (kind) => kindKey(kind) === "pod");
  const podEntity = firstNamed(details, "pod", ({ name }) => name === (podFact ?? details.compromisedEntity));
  const pod = onlyOne(podEntity?.name ?? podFact);
  const containerFact = factOf(details.facts, factLabels.container);
  const container = firstNamed(details, "container", ({ name, facts }) =>
    containerFact === undefined
      ? podEntity !== undefined && factOf(facts, factLabels.pod) === podEntity.name
      : name === containerFact,
  );
  const named = controllerNamed(details, pod);
  const controller = named?.controller ?? (pod === undefined ? undefined : controllerOfPod(pod));
  return {
    namespace: namespaceOf(details, [podEntity, named?.entity, container]),
    pod,
    controller,
    container,
    containerName: container?.name ?? containerFact,
  };
}

/** `web-*-*` is a pattern for many pods. */
function onlyOne(pod: string | undefined): string | undefined {
  return pod === undefined || /-\*(?:-|$)/.test(pod) ? undefined : pod;
}

interface NamedController {
  readonly controller: Controller;
  readonly entity: Entity | undefined;
}

/** Kinds that are made by other controllers: who looks for the workload means its maker. */
const made: ReadonlySet<string> = new Set(["ReplicaSet", "Job"]);

/**
 * The controller that the alert names. Of several it is that of the pod, where one is named too, or that of the facts, else the
 * first that is not made by another.
 */
function controllerNamed(details: AlertDetails, pod: string | undefined): NamedController | undefined {
  const ofEntities = namedEntities(details, "workload").map((entity): NamedController => {
    const { workloadKind: kind, name } = entity;
    return { controller: kind === undefined ? { name } : { kind, name }, entity };
  });
  const ofFacts = controllerInFacts(details);
  if (pod !== undefined) {
    return makerOf(pod, [...ofEntities, ...ofFacts]);
  }
  const [fact] = ofFacts;
  const makers = ofEntities.filter(isMaker);
  const maker = fact && !isMaker(fact) ? makerOf(fact.controller.name, makers) : undefined;
  const told = maker ?? (fact && (ofEntities.find((one) => isSame(one, fact)) ?? fact));
  return told ?? makers[0] ?? ofEntities[0];
}

function isMaker({ controller: { kind } }: NamedController): boolean {
  return kind === undefined || !made.has(kind);
}

function isSame({ controller: left }: NamedController, { controller: right }: NamedController): boolean {
  return left.kind === right.kind && left.name === right.name;
}

/** Of those that a pod's name begins with, the one with the longest name: `web-api-1` is of `web-api`, not of `web`. */
function makerOf(pod: string, all: readonly NamedController[]): NamedController | undefined {
  const fitting = all.filter(({ controller: { name } }) => pod === name || pod.startsWith(`${name}-`));
  const makers = fitting.filter(isMaker);
  return [...(makers.length > 0 ? makers : fitting)].sort(
    (left, right) => right.controller.name.length - left.controller.name.length,
  )[0];
}

/** `object kind` and `object name`. A kind that is not known is taken for a workload where the alert names what runs in it. */
function controllerInFacts(details: AlertDetails): readonly NamedController[] {
  const hasContainer = factOf(details.facts, [...factLabels.container, ...factLabels.image]) !== undefined;
  const kindOf = hasContainer ? workloadKindNamed : knownWorkloadKind;
  const name = objectNamed(details, (kind) => kindOf(kind) !== undefined);
  const kind = kindOf(factOf(details.facts, factLabels.objectKind) ?? "");
  return name === undefined || kind === undefined ? [] : [{ controller: { kind, name }, entity: undefined }];
}

/** Name of the Kubernetes object that the alert is about, if it is of such a kind. */
export function objectNamed(
  { facts }: AlertDetails,
  isOfKind: (kind: string) => boolean,
): string | undefined {
  const kind = factOf(facts, factLabels.objectKind);
  return kind !== undefined && isOfKind(kind) ? factOf(facts, factLabels.objectName) : undefined;
}

/**
 * Where the attacked workload lives. What an attacked object refers to goes before the alert's own fact, and that before the one
 * namespace that remains when those of callers are taken away. Where several remain it is not known.
 */
function namespaceOf(details: AlertDetails, attacked: readonly (Entity | undefined)[]): string | undefined {
  const own = attacked.map((entity) => nameIn(entity, factLabels.namespace, "namespace"));
  const callers = new Set(callerNamespaces(details));
  const others = namedEntities(details, "namespace")
    .map(({ name }) => name)
    .filter((name) => !callers.has(name));
  const [only, ...more] = new Set(others);
  return (
    own.find((name) => name !== undefined) ??
    factOf(details.facts, factLabels.namespace) ??
    (more.length === 0 ? only : undefined)
  );
}

/** Where those live who called the Kubernetes API: the service accounts of the alert, except those that a pod runs as. */
function callerNamespaces(details: AlertDetails): readonly string[] {
  const users = [
    factOf(details.facts, factLabels.user) ?? "",
    ...namedEntities(details, "account").map(({ name }) => name),
  ];
  const ofUsers = users.flatMap((user) => serviceAccountOfUser(user)?.namespace ?? []);
  const ofPods = namedEntities(details, "pod").map(({ facts }) => factOf(facts, factLabels.serviceAccount));
  const ofAccounts = namedEntities(details, "serviceAccount")
    .filter(({ name }) => !ofPods.includes(name))
    .flatMap((entity) => nameIn(entity, factLabels.namespace, "namespace") ?? []);
  return [...ofUsers, ...ofAccounts];
}
