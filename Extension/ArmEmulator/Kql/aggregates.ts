import type { Compilation } from "./compilation";
import { callArguments, callName, compileExpression, type Expression } from "./expression";
import type { Syntax } from "./syntaxTree";
import { operands } from "./syntax";
import type { KqlColumn, KqlRow } from "./table";
import { asBool, asDynamic, asNumber, compare, groupKey, isNull } from "./values";

/** An aggregate compiled once per query: the rows of one group in, one value per result column out. */
interface Aggregate {
  readonly width: number;
  over(rows: readonly KqlRow[]): readonly unknown[];
}

type Fold = (rows: readonly KqlRow[], args: readonly Expression[]) => unknown;

const valuesOf = (rows: readonly KqlRow[], expression: Expression | undefined): readonly unknown[] =>
  rows.map((row) => expression?.(row)).filter((value) => !isNull(value));

const passing = (rows: readonly KqlRow[], condition: Expression | undefined): readonly KqlRow[] =>
  rows.filter((row) => asBool(condition?.(row)) === true);

const numbersOf = (values: readonly unknown[]): readonly number[] =>
  values.map(asNumber).filter((value) => value !== null);

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const unique = (values: readonly unknown[]): readonly unknown[] => [
  ...new Map(values.map((value) => [groupKey(value), value])).values(),
];

const best = (values: readonly unknown[], sign: 1 | -1): unknown =>
  values.reduce((found, value) => (isNull(found) || compare(value, found) === sign ? value : found), null);

/** One bag of all, the first value of each key; what is no bag does not count. Without any bag it is null. */
function mergedBag(values: readonly unknown[]): unknown {
  const bags = values.map(asDynamic).filter(isBag);
  return bags.length === 0 ? null : Object.fromEntries(bags.reverse().flatMap(Object.entries));
}

const isBag = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

const folds: Readonly<Record<string, Fold>> = {
  avg: (rows, [value]) => {
    const numbers = numbersOf(valuesOf(rows, value));
    return numbers.length === 0 ? null : total(numbers) / numbers.length;
  },
  count: (rows) => rows.length,
  countif: (rows, [condition]) => passing(rows, condition).length,
  dcount: (rows, [value]) => unique(valuesOf(rows, value)).length,
  dcountif: (rows, [value, condition]) => unique(valuesOf(passing(rows, condition), value)).length,
  make_list: (rows, [value]) => valuesOf(rows, value),
  make_list_if: (rows, [value, condition]) => valuesOf(passing(rows, condition), value),
  make_set: (rows, [value]) => unique(valuesOf(rows, value)),
  make_set_if: (rows, [value, condition]) => unique(valuesOf(passing(rows, condition), value)),
  max: (rows, [value]) => best(valuesOf(rows, value), 1),
  maxif: (rows, [value, condition]) => best(valuesOf(passing(rows, condition), value), 1),
  make_bag: (rows, [value]) => mergedBag(valuesOf(rows, value)),
  make_bag_if: (rows, [value, condition]) => mergedBag(valuesOf(passing(rows, condition), value)),
  min: (rows, [value]) => best(valuesOf(rows, value), -1),
  minif: (rows, [value, condition]) => best(valuesOf(passing(rows, condition), value), -1),
  sum: (rows, [value]) => total(numbersOf(valuesOf(rows, value))),
  sumif: (rows, [value, condition]) => total(numbersOf(valuesOf(passing(rows, condition), value))),
};

/**
 * Compiles an element of `summarize`. `input` are the columns before it, `groups` the names grouped by: both decide what `*`
 * stands for in `arg_max`.
 */
export function compileAggregate(
  element: Syntax,
  compilation: Compilation,
  input: readonly KqlColumn[],
  groups: ReadonlySet<string>,
): Aggregate {
  const call = aggregateCall(element) ?? element;
  if (!isAggregate(call)) {
    return aroundAggregates(call, compilation, input, groups);
  }
  const name = callName(call);
  if (name === "arg_max" || name === "arg_min") {
    return extremeRow(call, compilation, input, groups, name === "arg_max" ? 1 : -1);
  }
  if (name === "take_any" || name === "any") {
    const args = callArguments(call).map((argument) => compileExpression(argument, compilation));
    return { width: args.length, over: ([row]) => args.map((argument) => (row ? argument(row) : null)) };
  }
  const fold = Object.hasOwn(folds, name) ? folds[name] : undefined;
  if (!fold) {
    throw compilation.refuse(call, `Aggregate '${name}' is not supported by Resource Graph.`);
  }
  const args = callArguments(call).map((argument) => compileExpression(argument, compilation));
  return { width: 1, over: (rows) => [fold(rows, args)] };
}

const rowAggregates = ["arg_max", "arg_min", "take_any", "any"];

function isAggregate(node: Syntax): boolean {
  const name = node.kind === "FunctionCallExpression" ? callName(node) : "";
  return Object.hasOwn(folds, name) || rowAggregates.includes(name);
}

/** An expression around aggregates, such as `tostring(make_set(name)[0])`: it sees them as columns of one row. */
function aroundAggregates(
  node: Syntax,
  compilation: Compilation,
  input: readonly KqlColumn[],
  groups: ReadonlySet<string>,
): Aggregate {
  const found: Aggregate[] = [];
  const withColumns = (part: Syntax): Syntax => {
    if (!isAggregate(part)) {
      return { ...part, children: part.children.map(withColumns) };
    }
    found.push(compileAggregate(part, compilation, input, groups));
    return { ...part, kind: "NameReference", text: `aggregate ${found.length}`, children: [] };
  };
  const outer = withColumns(node);
  if (found.length === 0) {
    throw compilation.refuse(node, `'${node.text}' is not an aggregate that Resource Graph supports.`);
  }
  const value = compileExpression(outer, compilation);
  return {
    width: 1,
    over: (rows) => {
      const cells = found.map(
        (aggregate, index) => [`aggregate ${index + 1}`, aggregate.over(rows)[0]] as const,
      );
      return [value(Object.fromEntries(cells))];
    },
  };
}

function aggregateCall(element: Syntax): Syntax | undefined {
  return element.kind.endsWith("NamedExpression") ? operands(element)[1] : element;
}

/** The row where the first argument is largest or smallest, and of it the other arguments. */
function extremeRow(
  call: Syntax,
  compilation: Compilation,
  input: readonly KqlColumn[],
  groups: ReadonlySet<string>,
  sign: 1 | -1,
): Aggregate {
  const [by, ...returned] = callArguments(call);
  if (!by) {
    throw compilation.refuse(call, `'${call.text}' lacks what to compare.`);
  }
  const key = compileExpression(by, compilation);
  const outputs = returned.flatMap((argument) =>
    argument.kind === "StarExpression"
      ? input
          .filter(({ name }) => !groups.has(name) && name !== by.text)
          .map(
            ({ name }): Expression =>
              (row) =>
                row[name],
          )
      : [compileExpression(argument, compilation)],
  );
  return {
    width: 1 + outputs.length,
    over(rows) {
      const found = rows.reduce<KqlRow | undefined>(
        (current, row) => (current && compare(key(row), key(current)) !== sign ? current : row),
        undefined,
      );
      return found
        ? [key(found), ...outputs.map((output) => output(found))]
        : [null, ...outputs.map(() => null)];
    },
  };
}
