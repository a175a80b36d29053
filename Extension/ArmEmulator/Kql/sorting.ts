import type { Compilation } from "./compilation";
import { compileExpression, type Expression } from "./expression";
import type { PipeRow, Step } from "./rows";
import type { Syntax } from "./syntaxTree";
import { elements, findChild, mainList, operands } from "./syntax";
import { asWhole, compare, isNull } from "./values";

interface SortKey {
  readonly value: Expression;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

export function compileSort(node: Syntax, compilation: Compilation): Step {
  const keys = elements(mainList(node)).map((element) => sortKey(element, compilation));
  return (rows) => sortRows(rows, keys);
}

/** `top n by key`. */
export function compileTop(node: Syntax, compilation: Compilation): Step {
  const [count, by] = operands(node).filter(({ kind }) => kind !== "List");
  if (!count || !by) {
    throw compilation.refuse(node, `'${node.text}' lacks its count or its key.`);
  }
  const limit = asWhole(compileExpression(count, compilation)({})) ?? 0;
  const key = sortKey(by, compilation);
  return (rows) => sortRows(rows, [key]).slice(0, limit);
}

/** Kusto sorts descending unless told otherwise; nulls are smaller than everything. */
function sortKey(element: Syntax, compilation: Compilation): SortKey {
  const isOrdered = element.kind === "OrderedExpression";
  const ordering = isOrdered ? findChild(element, "OrderingClause") : undefined;
  const value = compileExpression(isOrdered ? (operands(element)[0] ?? element) : element, compilation);
  const words = ordering?.text.toLowerCase() ?? "";
  const descending = !/^asc/.test(words);
  const nullsFirst = /nulls\s+first/.test(words) || (!descending && !/nulls\s+last/.test(words));
  return { value, descending, nullsFirst };
}

interface Keyed {
  readonly row: PipeRow;
  readonly values: readonly unknown[];
}

function sortRows(rows: readonly PipeRow[], keys: readonly SortKey[]): readonly PipeRow[] {
  const keyed = rows.map((row) => ({ row, values: keys.map(({ value }) => value(row)) }));
  const comparisons = keys.map(
    (key, at) => (left: Keyed, right: Keyed) => compareBy(key, left.values[at], right.values[at]),
  );
  keyed.sort((left, right) => {
    for (const compareKey of comparisons) {
      const order = compareKey(left, right);
      if (order !== 0) {
        return order;
      }
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function compareBy({ descending, nullsFirst }: SortKey, left: unknown, right: unknown): number {
  if (isNull(left) || isNull(right)) {
    const order = Number(isNull(right)) - Number(isNull(left));
    return nullsFirst ? order : -order;
  }
  const order = compare(left, right) ?? 0;
  return descending ? -order : order;
}
