import { textOf, type JsonRecord } from "../Core/json";
import type { PlanCoverage } from "./planSettings";

/** Reads the rows of the coverage query, one per type of resource; a type without a row has none. `undefined` for a count that is none. */
export function coverageFromRows(rows: readonly JsonRecord[]): PlanCoverage | undefined {
  const clusters = countOf(rows, "microsoft.containerservice/managedclusters");
  const registries = countOf(rows, "microsoft.containerregistry/registries");
  return clusters === undefined || registries === undefined ? undefined : { clusters, registries };
}

function countOf(rows: readonly JsonRecord[], type: string): number | undefined {
  const row = rows.find(({ id }) => textOf(id)?.toLowerCase() === type);
  const count = row ? row.found : 0;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
