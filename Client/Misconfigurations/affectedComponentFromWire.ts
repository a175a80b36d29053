import { Messages } from "../Azure/Messages.resjson";
import type { AffectedComponent, AffectedComponents } from "../Domain/affectedComponent";
import type { Failure } from "../Domain/failure";
import { fillIn } from "../Domain/fillIn";
import { isRecord, property, structureOf, textOf, type JsonRecord } from "../Domain/json";
import type { Mapped } from "../Domain/mapped";

/** Reads all records of an answer: every component once, however many assignments of the policy report it. */
export function affectedComponentsFromWire(
  values: readonly unknown[],
): Pick<AffectedComponents, "items" | "gaps"> {
  const items = new Map<string, AffectedComponent>();
  const gaps: Failure[] = [];
  for (const value of values) {
    const mapped = affectedComponentFromWire(value);
    if ("gap" in mapped) {
      gaps.push(mapped.gap);
    } else {
      const { namespace, kind, name, container } = mapped.item;
      items.set(JSON.stringify([namespace, kind, name, container]), mapped.item);
    }
  }
  return { items: [...items.values()], gaps };
}

/**
 * Reads a component policy state (Microsoft.PolicyInsights 2024-10-01). How `componentId` and `componentName` name a
 * Kubernetes object is not documented: whichever of them says more is taken, and the other fills in what it leaves open.
 * Without any name it becomes a gap.
 */
export function affectedComponentFromWire(value: unknown): Mapped<AffectedComponent> {
  const record = isRecord(value) ? value : {};
  const [best, other] = [partsOf(record.componentName), partsOf(record.componentId)].sort(
    (left, right) => countOf(right) - countOf(left),
  );
  const name = best?.name ?? other?.name;
  if (name === undefined) {
    return gap(record);
  }
  const type = textOf(record.componentType)?.split("/").at(-1);
  return {
    item: {
      namespace: best?.namespace ?? other?.namespace,
      kind: best?.kind ?? other?.kind ?? kindNamed(type),
      name,
      container: best?.container ?? other?.container,
    },
  };
}

type Parts = { readonly [Part in keyof AffectedComponent]?: string | undefined };

function countOf(parts: Parts): number {
  return Object.values(parts).filter((part) => part !== undefined).length;
}

function partsOf(value: unknown): Parts {
  const structure = structureOf(value);
  const parts = isRecord(structure) ? partsOfRecord(structure) : {};
  if (parts.name !== undefined) {
    return parts;
  }
  const text = textOf(value)?.trim();
  return text === undefined ? {} : partsOfText(text);
}

/** JSON: the parts by their names, or a Kubernetes object with its metadata. */
function partsOfRecord(record: JsonRecord): Parts {
  const metadata = isRecord(record.metadata) ? record.metadata : {};
  const container = property(record, "container") ?? property(record, "containerName");
  return {
    namespace: textOf(property(record, "namespace") ?? metadata.namespace),
    kind: kindNamed(textOf(property(record, "kind"))),
    name: textOf(property(record, "name") ?? metadata.name),
    container: textOf(container),
  };
}

/** `namespace/kind/name`, `/kind/name`, `namespace/name`, or a path of keys and values; else the text is the name. */
function partsOfText(text: string): Parts {
  const segments = text.replace(/\/$/, "").split("/");
  const filled = segments.filter((segment) => segment !== "");
  const [first = "", second = "", third = ""] = filled.length === 3 ? filled : segments;
  if (filled.length === 3 || (filled.length === 2 && segments.length === 3 && first === "")) {
    return { namespace: first || undefined, kind: kindNamed(second), name: third };
  }
  if (filled.length === 2 && segments.length === 2) {
    const isKind = kinds.has(first.toLowerCase());
    return isKind ? { kind: kindNamed(first), name: second } : { namespace: first, name: second };
  }
  const parts = partsOfPath(filled);
  return parts.name === undefined ? { name: text } : parts;
}

/** Keys and values, from the namespace or else the first kind on: `…/namespaces/shop/pods/cart-1/containers/cart`. */
function partsOfPath(segments: readonly string[]): Parts {
  const keys = segments.map((segment) => segment.toLowerCase());
  const namespaceAt = keys.indexOf("namespaces");
  const start = namespaceAt < 0 ? keys.findIndex((key) => kinds.has(key)) : namespaceAt;
  const path = start < 0 ? [] : segments.slice(start);
  const parts: { -readonly [Part in keyof Parts]: Parts[Part] } = {};
  for (let at = 0; at + 1 < path.length; at += 2) {
    const key = kindNamed(path[at]);
    const value = path[at + 1];
    if (key === "Namespace") {
      parts.namespace = value;
    } else if (key === "Container") {
      parts.container = value;
    } else {
      parts.kind = key;
      parts.name = value;
    }
  }
  return path.length % 2 === 0 ? parts : {};
}

/** Kinds by how paths spell them, in lower case. */
const kinds: ReadonlyMap<string, string> = new Map(
  [
    "Container",
    "CronJob",
    "DaemonSet",
    "Deployment",
    "Job",
    "Namespace",
    "Pod",
    "ReplicaSet",
    "Service",
    "ServiceAccount",
    "StatefulSet",
  ].map((kind) => [`${kind.toLowerCase()}s`, kind]),
).set("ingresses", "Ingress");

function kindNamed(text: string | undefined): string | undefined {
  return kinds.get(text?.toLowerCase() ?? "") ?? (text || undefined);
}

function gap(record: JsonRecord): { readonly gap: Failure } {
  const type = textOf(record.componentType) ?? "?";
  const what = `componentName = ${JSON.stringify(record.componentName) ?? "undefined"}`;
  return { gap: { kind: "unexpected", message: fillIn(Messages.unreadableRow, "Component", type, what) } };
}
