import { expandRows } from "./bounds";
import type { Compilation } from "./compilation";
import { convert } from "./conversion";
import { compileExpression, nameOf } from "./expression";
import { compileJoin } from "./joins";
import { compileMvExpand } from "./mvExpand";
import { namesGivenBy, operators } from "./operators";
import { pick, rowOf, type PipeRow, type Step } from "./rows";
import type { Syntax } from "./syntaxTree";
import { childOf, elements, mainList, operands } from "./syntax";
import type { KqlColumn } from "./table";

/** A tabular expression, ready to run. */
interface Table {
  readonly columns: readonly KqlColumn[];
  /** New ones at each call. */
  rows(): readonly PipeRow[];
  /** Of what ends in an `extend`: the table without it, the names that it gives, and its step. */
  readonly extended?: { readonly from: Table; readonly names: ReadonlySet<string>; readonly step: Step };
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
    if (node.kind === "FilterOperator") {
      return filterEarly(input, node, step);
    }
    const table = { columns: node.columns, rows: () => step(input.rows()) };
    return node.kind === "ExtendOperator"
      ? { ...table, extended: { from: input, names: new Set(namesGivenBy(node, input.columns)), step } }
      : table;
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

/** What a `where` leaves out need not be extended before: it is asked as soon as all that it looks at is there. */
function filterEarly(input: Table, filter: Syntax, step: Step): Table {
  const { columns, extended } = input;
  if (!extended || looksAtAny(filter, extended.names)) {
    return { columns, rows: () => step(input.rows()) };
  }
  const from = filterEarly(extended.from, filter, step);
  return { columns, rows: () => extended.step(from.rows()), extended: { ...extended, from } };
}

/** Whether an expression reads any of the columns: by its name, or with all others as `*`. */
function looksAtAny(node: Syntax, names: ReadonlySet<string>): boolean {
  return (
    node.kind === "StarExpression" ||
    (node.kind === "NameReference" && names.has(nameOf(node))) ||
    node.children.some((child) => looksAtAny(child, names))
  );
}
