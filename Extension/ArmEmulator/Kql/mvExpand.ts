import { expandRows } from "./bounds";
import type { Compilation } from "./compilation";
import { convert } from "./conversion";
import { compileExpression, nameOf } from "./expression";
import { typed, type PipeRow, type Step } from "./rows";
import type { Syntax } from "./syntaxTree";
import { elements, findChild, mainList, operands } from "./syntax";
import type { KqlColumn } from "./table";
import { asWhole } from "./values";

/** Resource Graph's limits on rows per expanded row. */
const defaultRows = 128;
const mostRows = 2000;

/** Compiles `mv-expand`: a row per element of a list; several lists side by side as long as the longest. */
export function compileMvExpand(node: Syntax, compilation: Compilation, input: readonly KqlColumn[]): Step {
  const limit = rowLimit(node, compilation);
  const added = node.columns.slice(input.length);
  let unnamed = 0;
  const expansions = elements(mainList(node)).map((element) => {
    const expression = operands(element)[0] ?? element;
    const target =
      findChild(expression, "NameDeclaration") ??
      (expression.kind === "NameReference" ? expression : undefined);
    const name = target ? nameOf(target) : (added[unnamed++]?.name ?? expression.text);
    const type = node.columns.find((column) => column.name === name)?.type ?? "dynamic";
    return { name, type, list: compileExpression(expression, compilation) };
  });
  const membersIn = (row: PipeRow) => {
    const lists = expansions.map(({ list }) => membersOf(list(row)));
    const length = Math.min(limit, Math.max(0, ...lists.map((members) => members.length)));
    return Array.from({ length }, (_, index) => lists.map((members) => members[index]));
  };
  return (rows) =>
    expandRows(rows, membersIn, (row, members): PipeRow => {
      const cells = expansions.map(
        ({ name, type }, column) => [name, typed(convert(members[column], type), type)] as const,
      );
      return { ...row, ...Object.fromEntries(cells) };
    });
}

function rowLimit(node: Syntax, compilation: Compilation): number {
  const clause = findChild(node, "MvExpandRowLimitClause");
  if (!clause) {
    return defaultRows;
  }
  const limit = asWhole(compileExpression(operands(clause)[0] ?? clause, compilation)({})) ?? 0;
  if (limit > mostRows) {
    throw compilation.refuse(clause, `mv-expand is limited to ${mostRows} rows.`);
  }
  return limit;
}

/** A list's elements; a bag's properties, each a bag of its own; anything else once, null included. */
function membersOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  return typeof value === "object" && value !== null && !(value instanceof Date)
    ? Object.entries(value).map(([key, member]: readonly [string, unknown]) => ({ [key]: member }))
    : [value];
}
