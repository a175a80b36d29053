import { bounded } from "./bounds";
import { scalarFunction } from "./scalarFunctions";
import type { KqlRow } from "./table";
import { asBool, isEmpty } from "./values";

type OfRow = (row: KqlRow) => unknown;

/** The call of a function for each row; `undefined` when this engine, or Resource Graph, has no function of that name. */
export function compiledCall(name: string, args: readonly OfRow[], now: Date): OfRow | undefined {
  const branching = branchings.get(name);
  if (branching) {
    return branching(args);
  }
  const implementation = scalarFunction(name);
  return (
    implementation &&
    ((row) => {
      const given = args.map((argument) => argument(row));
      const result = implementation(given, now);
      // What it only passes on was in bounds before.
      return given.includes(result) ? result : bounded(result);
    })
  );
}

/** Functions that pass on one of their arguments: a row asks only for those that decide which one, and for that one. */
const branchings: ReadonlyMap<string, (args: readonly OfRow[]) => OfRow> = new Map([
  ["case", caseOf],
  ["coalesce", coalesce],
  ["iff", caseOf],
  ["iif", caseOf],
]);

/** Conditions, each with its value after it, and the value where none holds. */
function caseOf(args: readonly OfRow[]): OfRow {
  return (row) => {
    for (let index = 0; index + 1 < args.length; index += 2) {
      if (asBool(args[index]?.(row)) === true) {
        return args[index + 1]?.(row);
      }
    }
    return args.at(-1)?.(row);
  };
}

function coalesce(args: readonly OfRow[]): OfRow {
  return (row) => {
    let value: unknown = null;
    for (const argument of args) {
      value = argument(row) ?? null;
      if (!isEmpty(value)) {
        break;
      }
    }
    return value;
  };
}
