import { ArmError } from "../Server/arm";

/** `field eq 'value'`; the field in lower case. */
interface FilterTerm {
  readonly field: string;
  readonly value: string;
}

/** Terms joined by `and`: all of OData's filters that is understood here. Throws ARM's 400 for anything else, other fields included. */
export function filterTerms(filter: string | null, fields: readonly string[]): readonly FilterTerm[] {
  const term = /\s*(\w+)\s+eq\s+'((?:[^']|'')*)'\s*(?:$|and(?=\s))/iy;
  const terms: FilterTerm[] = [];
  while (filter !== null && term.lastIndex < filter.length) {
    const [, name = "", value = ""] = term.exec(filter) ?? [];
    const field = name.toLowerCase();
    if (!fields.includes(field)) {
      throw unknownFilter(filter);
    }
    terms.push({ field, value: value.replaceAll("''", "'") });
  }
  return terms;
}

export const unknownFilter = (filter: string | null) =>
  new ArmError(400, "InvalidFilterInQueryString", `The filter '${filter ?? ""}' is not one of the emulator.`);
