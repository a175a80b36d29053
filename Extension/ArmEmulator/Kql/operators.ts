import { compileAggregate } from "./aggregates";
import type { Compilation } from "./compilation";
import { compileExpression, nameOf, type Expression } from "./expression";
import { compileParse } from "./parseOperator";
import { pick, rowOf, typed, type Step } from "./rows";
import { compileSort, compileTop } from "./sorting";
import type { Syntax } from "./syntaxTree";
import { elements, findChild, mainList, operands } from "./syntax";
import type { KqlColumn } from "./table";
import { asBool, asWhole, groupKey } from "./values";

/** Compiles one operator of a pipe. `input` are the columns that come in. */
type CompileOperator = (node: Syntax, compilation: Compilation, input: readonly KqlColumn[]) => Step;

/** Operators on a single table, by the parser's kind. Those on several are in joins.ts and unions.ts. */
export const operators: Readonly<Record<string, CompileOperator>> = {
  CountOperator: (node) => (rows) => [rowOf(node.columns, [rows.length])],
  DistinctOperator: compileDistinct,
  ExtendOperator: compileExtend,
  FilterOperator: (node, compilation) => {
    const condition = compileExpression(operands(node).at(-1) ?? node, compilation);
    return (rows) => rows.filter((row) => asBool(condition(row)) === true);
  },
  ParseOperator: compileParse,
  ProjectAwayOperator: selectColumns,
  ProjectKeepOperator: selectColumns,
  ProjectOperator: (node, compilation) => {
    const values = elements(mainList(node)).map((element) => compileExpression(element, compilation));
    return (rows) =>
      rows.map((row) =>
        rowOf(
          node.columns,
          values.map((value) => value(row)),
        ),
      );
  },
  ProjectRenameOperator: (node, _compilation, input) => (rows) =>
    rows.map((row) =>
      rowOf(
        node.columns,
        input.map(({ name }) => row[name]),
      ),
    ),
  ProjectReorderOperator: selectColumns,
  SortOperator: compileSort,
  SummarizeOperator: compileSummarize,
  TakeOperator: (node, compilation) => {
    const limit = asWhole(compileExpression(operands(node).at(-1) ?? node, compilation)({})) ?? 0;
    return (rows) => rows.slice(0, limit);
  },
  TopOperator: compileTop,
};

function selectColumns(node: Syntax): Step {
  return (rows) => rows.map((row) => pick(node.columns, row));
}

/** Names of the columns that an `extend` gives, in its order. `input` are the columns before it. */
export function namesGivenBy(extend: Syntax, input: readonly KqlColumn[]): readonly string[] {
  const added = extend.columns.slice(input.length);
  let unnamed = 0;
  return elements(mainList(extend)).map(
    (element) => declaredName(element) ?? added[unnamed++]?.name ?? element.text,
  );
}

/** All expressions of one `extend` see the row as it came in. */
function compileExtend(node: Syntax, compilation: Compilation, input: readonly KqlColumn[]): Step {
  const names = namesGivenBy(node, input);
  const assignments = elements(mainList(node)).map((element, at) => {
    const name = names[at] ?? "";
    const type = node.columns.find((column) => column.name === name)?.type ?? "dynamic";
    return { name, type, value: compileExpression(element, compilation) };
  });
  return (rows) =>
    rows.map((row) => {
      const values = assignments.map(({ value }) => value(row));
      assignments.forEach(({ name, type }, at) => {
        row[name] = typed(values[at], type);
      });
      return row;
    });
}

function declaredName(element: Syntax): string | undefined {
  const declaration =
    findChild(element, "NameDeclaration") ?? (element.kind === "NameReference" ? element : undefined);
  return declaration && nameOf(declaration);
}

function compileDistinct(node: Syntax, compilation: Compilation): Step {
  const listed = elements(mainList(node));
  const isStar = listed.some(({ kind }) => kind === "StarExpression");
  const values: readonly Expression[] = isStar
    ? node.columns.map(
        ({ name }): Expression =>
          (row) =>
            row[name],
      )
    : listed.map((element) => compileExpression(element, compilation));
  return (rows) => {
    const found = new Map(
      rows.map((row) => {
        const cells = values.map((value) => value(row));
        return [cells.map(groupKey).join("\u0000"), cells] as const;
      }),
    );
    return [...found.values()].map((cells) => rowOf(node.columns, cells));
  };
}

function compileSummarize(node: Syntax, compilation: Compilation, input: readonly KqlColumn[]): Step {
  const by = findChild(node, "SummarizeByClause");
  const groupNodes = elements(by && mainList(by));
  const groups = groupNodes.map((element) => compileExpression(element, compilation));
  const names = new Set(node.columns.slice(0, groups.length).map(({ name }) => name));
  const aggregates = elements(mainList(node)).map((element) =>
    compileAggregate(element, compilation, input, names),
  );
  return (rows) => {
    const buckets = new Map<
      string,
      { readonly cells: readonly unknown[]; readonly rows: (typeof rows)[number][] }
    >();
    if (groups.length === 0) {
      buckets.set("", { cells: [], rows: [...rows] });
    } else {
      for (const row of rows) {
        const cells = groups.map((group) => group(row));
        const key = cells.map(groupKey).join("\u0000");
        const bucket = buckets.get(key) ?? { cells, rows: [] };
        bucket.rows.push(row);
        buckets.set(key, bucket);
      }
    }
    return [...buckets.values()].map((bucket) =>
      rowOf(node.columns, [
        ...bucket.cells,
        ...aggregates.flatMap((aggregate) => aggregate.over(bucket.rows)),
      ]),
    );
  };
}
