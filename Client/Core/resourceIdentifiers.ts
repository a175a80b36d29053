import { isRecord, property, structureOf, textOf } from "./json";

/** ARM ids among the `resourceIdentifiers` of an alert, in its order; those of Log Analytics and Entra ID are none. */
export function resourceIdsOf(identifiers: unknown): readonly string[] {
  const list = structureOf(identifiers);
  return (Array.isArray(list) ? list : [])
    .filter(isRecord)
    .flatMap((identifier) => textOf(property(identifier, "azureResourceId")) ?? []);
}
