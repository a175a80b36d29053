import { Messages } from "../Azure/Pipeline/Messages.resjson";
import type { AffectedComponent, AffectedComponents } from "./affectedComponent";
import type { Failure } from "../Core/failure";
import { format } from "../Core/format";
import { isRecord, property, textOf, type JsonRecord } from "../Core/json";
import { kubernetesKind } from "../Core/kubernetesKind";
import type { MapResult } from "../Core/mapResult";

/** Reads all records of an answer: every component once, however many assignments of the policy report it. */
export function affectedComponentsFromWire(
  values: readonly unknown[],
): Pick<AffectedComponents, "items" | "gaps"> {
  const items = new Map<string, AffectedComponent>();
  const gaps: Failure[] = [];
  for (const value of values.filter((one) => !isNoComponent(one))) {
    const mapped = affectedComponentFromWire(value);
    if ("rowError" in mapped) {
      gaps.push(mapped.rowError);
    } else {
      const { namespace, kind, name } = mapped.item;
      items.set(JSON.stringify([namespace, kind, name]), mapped.item);
    }
  }
  return { items: [...items.values()], gaps };
}

/** Azure Policy has rows of the type `*` beside those of components: they stand for the cluster as a whole. */
function isNoComponent(value: unknown): boolean {
  const { id, name, type } = textsOf(value);
  return [type, id, name].some((text) => text === "*");
}

/**
 * Reads a component of a policy state: `componentId` (`shop/cart-1`), `componentName` (`cart-1`) and `componentType` (`pod`,
 * in lower case and singular) of a component policy state (Microsoft.PolicyInsights 2024-10-01), or `id`, `name` and `type` of
 * one that a policy state was expanded with. There is no level below the object, and no controller. Without any name it
 * becomes a gap.
 */
export function affectedComponentFromWire(value: unknown): MapResult<AffectedComponent> {
  const { id, name = id, type } = textsOf(value);
  if (name === undefined) {
    return gap(value);
  }
  const kind = type === undefined ? undefined : (kubernetesKind(type) ?? type);
  return { item: { kind, ...placeOf(id, name) } };
}

interface Texts {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly type: string | undefined;
}

function textsOf(value: unknown): Texts {
  const record = isRecord(value) ? value : {};
  return {
    id: filledText(property(record, "componentId") ?? property(record, "id")),
    name: filledText(property(record, "componentName") ?? property(record, "name")),
    type: filledText(property(record, "componentType") ?? property(record, "type")),
  };
}

function filledText(value: unknown): string | undefined {
  const text = textOf(value)?.trim();
  return text === "" ? undefined : text;
}

/**
 * What stands before the name in the id is the namespace, whatever it is called: `pods/web` is the object web of the namespace
 * pods. An id that doesn't end with the name, or has more than one part before it, says nothing certain of the namespace.
 */
function placeOf(id: string | undefined, name: string): Pick<AffectedComponent, "namespace" | "name"> {
  const [first = "", second, ...more] = id?.split("/") ?? [];
  const isPair = first !== "" && second !== undefined && second !== "" && more.length === 0;
  return isPair && (name === id || name === second)
    ? { namespace: first, name: second }
    : { namespace: undefined, name };
}

function gap(value: unknown): { readonly rowError: Failure } {
  const record: JsonRecord = isRecord(value) ? value : {};
  const type = textOf(record.componentType) ?? "?";
  const what = `componentName = ${JSON.stringify(record.componentName) ?? "undefined"}`;
  return {
    rowError: { kind: "unexpected", message: format(Messages.unreadableRow, "Component", type, what) },
  };
}
