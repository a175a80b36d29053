import { expandRows } from "./bounds";
import type { Compilation } from "./compilation";
import { convert } from "./conversion";
import { compileExpression, nameOf } from "./expression";
import { compileJoin } from "./joins";
import { compileMvExpand } from "./mvExpand";
import { operators } from "./operators";
import { pick, rowOf } from "./rows";
import type { Syntax } from "./syntaxTree";
import { childOf, elements, mainList, operands } from "./syntax";
import type { KqlColumn, KqlRow } from "./table";

/** A tabular expression, ready to run. */
export interface Table {
  readonly columns: readonly KqlColumn[];
  rows(): readonly KqlRow[];
}

/** Compiles a tabular expression: a table, a pipe, or either in parentheses. */
export function compileTable(node: Syntax, compilation: Compilation): Table {
  switch (node.kind) {
    case "NameReference":
      return readTable(node, compilation);
    case "ParenthesizedExpression":
      return compileTable(operands(node)[0] ?? node, compilation);
    case "PipeExpression": {
      const [left, operator] = operands(node);
      if (left && operator) {
        return compileOperator(compileTable(left, compilation), operator, compilation);
      }
      break;
    }
    case "DataTableExpression":
      return compileDataTable(node, compilation);
    case "UnionOperator":
      return compileUnion(undefined, node, compilation);
  }
  throw compilation.refuse(node, `'${node.text}' is not supported by Resource Graph.`);
}

function readTable(node: Syntax, { database, refuse }: Compilation): Table {
  const table = database.find(({ name }) => name.toLowerCase() === nameOf(node).toLowerCase());
  if (!table) {
    throw refuse(node, `Table '${node.text}' is not part of Resource Graph.`);
  }
  return { columns: table.columns, rows: () => table.rows.map((row) => pick(table.columns, row)) };
}

/** Values stand row after row; how many make a row is the binder's to check. */
function compileDataTable(node: Syntax, compilation: Compilation): Table {
  const { columns } = node;
  const values = elements(mainList(node)).map((element) => compileExpression(element, compilation)({}));
  const starts = Array.from(
    { length: Math.floor(values.length / columns.length) },
    (_, at) => at * columns.length,
  );
  return {
    columns,
    rows: () =>
      starts.map((start) =>
        rowOf(
          columns,
          columns.map(({ type }, at) => convert(values[start + at], type)),
        ),
      ),
  };
}

function compileOperator(input: Table, node: Syntax, compilation: Compilation): Table {
  const compile = node.kind === "MvExpandOperator" ? compileMvExpand : operators[node.kind];
  if (compile) {
    const step = compile(node, compilation, input.columns);
    return { columns: node.columns, rows: () => step(input.rows()) };
  }
  if (node.kind === "JoinOperator") {
    const right = compileTable(childOf(node, "ParenthesizedExpression"), compilation);
    const join = compileJoin(node, compilation);
    const side = (table: Table) => ({ columns: table.columns, rows: table.rows() });
    return { columns: node.columns, rows: () => join(side(input), side(right)) };
  }
  if (node.kind === "UnionOperator") {
    return compileUnion(input, node, compilation);
  }
  const [word = node.text] = node.text.split(/\s/);
  throw compilation.refuse(node, `Operator '${word}' is not supported by Resource Graph.`);
}

function compileUnion(input: Table | undefined, node: Syntax, compilation: Compilation): Table {
  const tables = elements(mainList(node)).map((element) => compileTable(element, compilation));
  const all = input ? [input, ...tables] : tables;
  return {
    columns: node.columns,
    rows: () =>
      expandRows(
        all,
        (table) => table.rows(),
        (_table, row) => pick(node.columns, row),
      ),
  };
}
