import type { AlertDetails, Entity, EntityKind } from "./alert";
import { alertSubjectOf } from "./alertSubject";

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
  "process",
  "fileHash",
  "malware",
]);

/** Every namespace has one of this name. */
const meaningless: ReadonlySet<string> = new Set(["default"]);

/** Of `others`, those that share a workload or an entity with `alert`, by the time of their activity. */
export function relatedAlerts(alert: AlertDetails, others: readonly AlertDetails[]): readonly RelatedAlert[] {
  const own = new Map(thingsOf(alert).map((thing) => [keyOf(thing), thing]));
  const timeOf = ({ startTime }: AlertDetails) => startTime?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return others
    .filter(({ id }) => id.toLowerCase() !== alert.id.toLowerCase())
    .map((other) => ({
      alert: other,
      shared: tellingOf(thingsOf(other).filter((thing) => own.has(keyOf(thing)))),
    }))
    .filter(({ shared }) => shared.length > 0)
    .sort((left, right) => timeOf(left.alert) - timeOf(right.alert));
}

/** Alerts of the same workload share its image and, mostly, its node: that goes without saying. */
function tellingOf(shared: readonly SharedThing[]): readonly SharedThing[] {
  const isSameWorkload = shared.some(({ kind }) => kind === "workload");
  return shared.filter(({ kind }) => !isSameWorkload || (kind !== "containerImage" && kind !== "host"));
}

function thingsOf(alert: AlertDetails): readonly SharedThing[] {
  const { namespace, workload } = alertSubjectOf(alert);
  const workloads: readonly SharedThing[] =
    namespace !== undefined && workload !== undefined
      ? [{ kind: "workload", name: `${namespace}/${workload.name}` }]
      : [];
  // Pods of two namespaces may have the same name.
  const placed = ({ kind, name }: Entity): SharedThing =>
    kind === "pod" && namespace !== undefined ? { kind, name: `${namespace}/${name}` } : { kind, name };
  const entities = alert.entities.filter(isTelling).map(placed);
  const things = [...workloads, ...entities];
  return [...new Map(things.map((thing) => [keyOf(thing), thing])).values()];
}

function isTelling({ kind, name }: Entity): boolean {
  return telling.has(kind) && name.trim() !== "" && !meaningless.has(name.toLowerCase());
}

function keyOf({ kind, name }: SharedThing): string {
  return `${kind} ${name.toLowerCase()}`;
}
