import type { AlertDetails, Entity, EntityKind } from "./alert";
import { alertSubjectOf } from "./alertSubject";
import type { Controller } from "./compromisedWorkload";
import { isBareInstance } from "../Core/scaleSetNode";

/** Why two alerts belong together: they name the same workload, or the same entity. */
export interface SharedThing {
  readonly kind: EntityKind | "workload";
  readonly name: string;
}

/** Another alert that shares something with the one in question. */
export interface RelatedAlert {
  readonly alert: AlertDetails;
  readonly shared: readonly SharedThing[];
}

/**
 * Kinds that say that two alerts are about the same thing. Everything in a cluster shares its cluster, and a namespace or a file
 * name is shared by too much to mean anything.
 */
const telling: ReadonlySet<EntityKind> = new Set([
  "account",
  "serviceAccount",
  "pod",
  "containerImage",
  "host",
  "ip",
  "dns",
  "process",
  "fileHash",
  "malware",
]);

/** Every namespace has a service account of this name. */
const meaningless: ReadonlySet<string> = new Set(["default"]);

/** A thing that alerts may share. */
interface Thing extends SharedThing {
  /** Kind of a workload, where it is known. */
  readonly workloadKind?: string | undefined;
}

/** Of `others`, those that share a workload or an entity with `alert`, by the time of their activity. */
export function relatedAlerts(alert: AlertDetails, others: readonly AlertDetails[]): readonly RelatedAlert[] {
  const own = thingsOf(alert);
  const related = others
    .filter(({ id }) => id.toLowerCase() !== alert.id.toLowerCase())
    .map((other) => {
      const shared = thingsOf(other).filter((thing) => own.some((mine) => isSame(mine, thing)));
      return { alert: other, shared: tellingOf(shared).map(({ kind, name }) => ({ kind, name })) };
    })
    .filter(({ shared }) => shared.length > 0);
  return byActivity(related);
}

/** By the time of their activity; those of an unknown time come last. */
export function byActivity(related: readonly RelatedAlert[]): readonly RelatedAlert[] {
  const timeOf = ({ alert: { startTime } }: RelatedAlert) => startTime?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return [...related].sort((left, right) => timeOf(left) - timeOf(right));
}

/** Alerts of the same workload share its image and, mostly, its node: that goes without saying. */
function tellingOf(shared: readonly Thing[]): readonly Thing[] {
  const isSameWorkload = shared.some(({ kind }) => kind === "workload");
  return shared.filter(({ kind }) => !isSameWorkload || (kind !== "containerImage" && kind !== "host"));
}

function thingsOf(alert: AlertDetails): readonly Thing[] {
  const { namespace, workload, node, user } = alertSubjectOf(alert);
  const things: readonly Thing[] = [
    ...workloadIn(namespace, workload),
    ...alert.entities.filter(isTelling).map(
      // Pods of two namespaces may have the same name.
      ({ kind, name }: Entity): Thing =>
        kind === "pod" && namespace !== undefined ? { kind, name: `${namespace}/${name}` } : { kind, name },
    ),
    ...(node === undefined ? [] : [{ kind: "host", name: node } as const]),
    ...(user === undefined || hasCaller(alert) ? [] : [{ kind: "account", name: user } as const]),
  ];
  return [...new Map(things.map((thing) => [keyOf(thing), thing])).values()];
}

/** Whether an entity already names who called. */
function hasCaller({ entities }: AlertDetails): boolean {
  return entities.some(({ kind }) => kind === "account" || kind === "serviceAccount");
}

function workloadIn(namespace: string | undefined, workload: Controller | undefined): readonly Thing[] {
  return namespace === undefined || workload === undefined
    ? []
    : [{ kind: "workload", name: `${namespace}/${workload.name}`, workloadKind: workload.kind }];
}

/** The number of an instance is shared by every scale set. */
function isTelling({ kind, name }: Entity): boolean {
  const own = kind === "serviceAccount" ? name.slice(name.lastIndexOf("/") + 1) : name;
  const isNumber = kind === "host" && isBareInstance(name);
  return telling.has(kind) && name.trim() !== "" && !isNumber && !meaningless.has(own.toLowerCase());
}

/** A Deployment and a StatefulSet may have the same name; what is not known to differ is the same. */
function isSame(left: Thing, right: Thing): boolean {
  const isOtherKind =
    left.workloadKind !== undefined &&
    right.workloadKind !== undefined &&
    left.workloadKind !== right.workloadKind;
  return keyOf(left) === keyOf(right) && !isOtherKind;
}

function keyOf({ kind, name }: Thing): string {
  return `${kind} ${name.toLowerCase()}`;
}
