import { expandRows } from "./bounds";
import type { Compilation } from "./compilation";
import { convert } from "./conversion";
import { compileExpression, nameOf } from "./expression";
import { compileJoin } from "./joins";
import { compileMvExpand } from "./mvExpand";
import { namesGivenBy, operators } from "./operators";
import { pick, rowOf, type PipeRow, type Step } from "./rows";
import type { Syntax } from "./syntaxTree";
import { childOf, elements, findChild, mainList, operands } from "./syntax";
import type { KqlColumn, KqlRow } from "./table";

/** A tabular expression, ready to run. */
interface Table {
  readonly columns: readonly KqlColumn[];
  /** Makes new rows at each call, which the caller may change. */
  rows(): readonly PipeRow[];
  /** Of what ends in an `extend`: the table without it, the names that it gives, and its step. */
  readonly extended?: { readonly from: Table; readonly names: ReadonlySet<string>; readonly step: Step };
  /** Of a table as it is stored, if it can find its rows by type: the table with those of these types alone, in lower case. */
  ofTypes?(types: ReadonlySet<string>): Table;
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
  const { columns, rowsOfTypes } = table;
  const copies = (rows: readonly KqlRow[]) => rows.map((row) => pick(columns, row));
  return {
    columns,
    rows: () => copies(table.rows),
    ofTypes: rowsOfTypes && ((types) => ({ columns, rows: () => copies(rowsOfTypes(types)) })),
  };
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
  const { columns, extended, ofTypes } = input;
  const types = ofTypes && typesAsked(operands(filter).at(-1) ?? filter);
  if (types) {
    return filterEarly(ofTypes(new Set(types.map((type) => type.toLowerCase()))), filter, step);
  }
  if (!extended || looksAtAny(filter, extended.names)) {
    return { columns, rows: () => step(input.rows()) };
  }
  const from = filterEarly(extended.from, filter, step);
  return { columns, rows: () => extended.step(from.rows()), extended: { ...extended, from } };
}

/** Types of which a row must have one for a condition to hold, in any letter case; `undefined`: it may have any. */
function typesAsked(condition: Syntax): readonly string[] | undefined {
  if (condition.kind === "AndExpression" || condition.kind === "ParenthesizedExpression") {
    return operands(condition).map(typesAsked).find(Boolean);
  }
  const [left, right] = operands(condition);
  const isAboutType = left?.kind === "NameReference" && nameOf(left) === "type";
  return isAboutType && right ? textsOf(typeLists[condition.kind]?.(right)) : undefined;
}

/** By the parser's kind of a comparison, what a type is compared with. */
const typeLists: Readonly<Record<string, (right: Syntax) => readonly Syntax[]>> = {
  EqualExpression: (right) => [right],
  EqualTildeExpression: (right) => [right],
  InExpression: (right) => elements(findChild(right, "List")),
  InCsExpression: (right) => elements(findChild(right, "List")),
};

/** The texts of literals; `undefined` where one of the expressions is something else. */
function textsOf(expressions: readonly Syntax[] | undefined): readonly string[] | undefined {
  const texts = expressions?.flatMap(({ kind, literal }) =>
    kind === "StringLiteralExpression" && typeof literal === "string" ? [literal] : [],
  );
  return texts?.length === expressions?.length ? texts : undefined;
}

/** Whether an expression reads any of the columns: by its name, or with all others as `*`. */
function looksAtAny(node: Syntax, names: ReadonlySet<string>): boolean {
  return (
    node.kind === "StarExpression" ||
    (node.kind === "NameReference" && names.has(nameOf(node))) ||
    node.children.some((child) => looksAtAny(child, names))
  );
}
