import { arithmetic } from "./arithmetic";
import { compiledCall } from "./calls";
import type { Compilation } from "./compilation";
import { literalValue } from "./literals";
import type { Syntax } from "./syntaxTree";
import { childOf, elements, findChild, operands } from "./syntax";
import type { KqlRow } from "./table";
import { listOperators, textOperators, type TextTest } from "./textOperators";
import { asBool, asText, asWhole, compare, equal, isNull } from "./values";

/** An expression compiled once per query: rows only run closures. */
export type Expression = (row: KqlRow) => unknown;

type Compile = (node: Syntax, compilation: Compilation) => Expression;

/** Compiles a scalar expression. Throws `KqlError` for what Resource Graph does not have. */
export function compileExpression(node: Syntax, compilation: Compilation): Expression {
  const textTest = textOperators.get(node.kind);
  if (textTest) {
    return compileTextTest(node, compilation, textTest);
  }
  const listTest = listOperators.get(node.kind);
  if (listTest) {
    return compileListTest(node, compilation, listTest);
  }
  const compute = arithmetic.get(node.kind);
  if (compute) {
    return compileArithmetic(node, compilation, compute);
  }
  if (isLiteral(node)) {
    const value = literalValue(node, compilation);
    return () => value;
  }
  const compile = compilers[node.kind];
  if (!compile) {
    throw compilation.refuse(node, `'${node.text}' is not supported by Resource Graph.`);
  }
  return compile(node, compilation);
}

const isLiteral = ({ kind }: Syntax) => kind.endsWith("LiteralExpression") || kind === "DynamicExpression";

const compilers: Readonly<Record<string, Compile>> = {
  AndExpression: (node, compilation) => logical(node, compilation, false),
  OrExpression: (node, compilation) => logical(node, compilation, true),
  BetweenExpression: compileBetween,
  NotBetweenExpression: (node, compilation) => {
    const between = compileBetween(node, compilation);
    return (row) => !between(row);
  },
  ElementExpression: compileElement,
  EqualExpression: (node, compilation) => binary(node, compilation, equal),
  FunctionCallExpression: compileCall,
  GreaterThanExpression: ordering((sign) => sign > 0),
  GreaterThanOrEqualExpression: ordering((sign) => sign >= 0),
  LessThanExpression: ordering((sign) => sign < 0),
  LessThanOrEqualExpression: ordering((sign) => sign <= 0),
  NameReference: (node) => {
    const name = nameOf(node);
    return (row) => row[name];
  },
  NotEqualExpression: (node, compilation) =>
    binary(node, compilation, (left, right) => {
      const same = equal(left, right);
      return same === null ? null : !same;
    }),
  ParenthesizedExpression: (node, compilation) => compileExpression(operands(node)[0] ?? node, compilation),
  PathExpression: compilePath,
  SimpleNamedExpression: (node, compilation) => compileExpression(operands(node)[1] ?? node, compilation),
  UnaryMinusExpression: (node, compilation) => {
    const operand = compileExpression(operands(node)[0] ?? node, compilation);
    return (row) => {
      const value = operand(row);
      return typeof value === "number" ? -value : null;
    };
  },
};

/** Name that a reference or declaration spells, brackets and quotes removed. */
export function nameOf(node: Syntax): string {
  const bracketed = /^\[\s*(['"])(.*)\1\s*\]$/s.exec(node.text);
  return bracketed?.[2] ?? node.text;
}

function binary(
  node: Syntax,
  compilation: Compilation,
  combine: (left: unknown, right: unknown) => unknown,
): Expression {
  const [left, right] = operands(node);
  if (!left || !right) {
    throw compilation.refuse(node, `'${node.text}' lacks an operand.`);
  }
  const [first, second] = [compileExpression(left, compilation), compileExpression(right, compilation)];
  return (row) => combine(first(row), second(row));
}

function compileTextTest(node: Syntax, compilation: Compilation, test: TextTest): Expression {
  const [left, right] = operands(node);
  if (left?.kind === "StarExpression") {
    return compileAnyColumn(node, compilation, test);
  }
  if (left && right?.kind === "StringLiteralExpression") {
    const isMatch = test(asText(literalValue(right, compilation)));
    const text = compileExpression(left, compilation);
    return (row) => isMatch(asText(text(row)));
  }
  return binary(node, compilation, (text, pattern) => test(asText(pattern))(asText(text)));
}

/** Kusto's whole numbers stay whole, also when they are divided. */
function compileArithmetic(
  node: Syntax,
  compilation: Compilation,
  compute: (left: unknown, right: unknown) => unknown,
): Expression {
  const result = binary(node, compilation, compute);
  const isWhole = node.type === "long" || node.type === "int";
  return isWhole ? (row) => asWhole(result(row)) : result;
}

/** `* has 'x'`: any column will do. What the opposite of it would mean is not documented. */
function compileAnyColumn(node: Syntax, compilation: Compilation, test: TextTest): Expression {
  const [, pattern] = operands(node);
  if (!pattern || node.kind.startsWith("Not") || node.kind.startsWith("Bang")) {
    throw compilation.refuse(node, `'${node.text}' is not supported by Resource Graph.`);
  }
  const sought = compileExpression(pattern, compilation);
  return (row) => {
    const isMatch = test(asText(sought(row)));
    return Object.values(row).some((value) => isMatch(asText(value)));
  };
}

function ordering(test: (sign: number) => boolean): Compile {
  return (node, compilation) =>
    binary(node, compilation, (left, right) => {
      const sign = compare(left, right);
      return sign === null ? null : test(sign);
    });
}

/** `and` ends at the first false, `or` at the first true; null is neither. */
function logical(node: Syntax, compilation: Compilation, decisive: boolean): Expression {
  const sides = operands(node).map((side) => compileExpression(side, compilation));
  return (row) => {
    let result: boolean | null = !decisive;
    for (const side of sides) {
      const value = asBool(side(row));
      if (value === decisive) {
        return decisive;
      }
      result = value === null ? null : result;
    }
    return result;
  };
}

function compileListTest(
  node: Syntax,
  compilation: Compilation,
  test: (value: unknown, list: readonly unknown[]) => boolean,
): Expression {
  const [value] = operands(node);
  const list = elements(findChild(childOf(node, "ExpressionList"), "List"));
  const first = compileExpression(value ?? node, compilation);
  const others = list.map((element) => compileExpression(element, compilation));
  const candidates = (row: KqlRow) =>
    others.flatMap((other) => {
      const candidate = other(row);
      return Array.isArray(candidate) ? (candidate as unknown[]) : [candidate];
    });
  if (list.every(isLiteral)) {
    const same = candidates({});
    return (row) => test(first(row), same);
  }
  return (row) => test(first(row), candidates(row));
}

function compileBetween(node: Syntax, compilation: Compilation): Expression {
  const [value] = operands(node);
  const [low, high] = operands(childOf(node, "ExpressionCouple"));
  if (!value || !low || !high) {
    throw compilation.refuse(node, `'${node.text}' lacks a bound.`);
  }
  const [inner, from, to] = [value, low, high].map((part) => compileExpression(part, compilation));
  return (row) => {
    const middle = inner?.(row);
    return (compare(middle, from?.(row)) ?? -1) >= 0 && (compare(middle, to?.(row)) ?? 1) <= 0;
  };
}

/** `properties.a.b`: names are compared exactly, and what is not there is null. JSON in a string is not looked into. */
function compilePath(node: Syntax, compilation: Compilation): Expression {
  const [object, member] = operands(node);
  if (!object || !member) {
    throw compilation.refuse(node, `'${node.text}' is not a path.`);
  }
  const [container, name] = [compileExpression(object, compilation), nameOf(member)];
  return (row) => memberOf(container(row), name);
}

function compileElement(node: Syntax, compilation: Compilation): Expression {
  const [object, bracket] = operands(node);
  const [index] = operands(bracket ?? node);
  if (!object || !index) {
    throw compilation.refuse(node, `'${node.text}' is not an element.`);
  }
  const [container, key] = [compileExpression(object, compilation), compileExpression(index, compilation)];
  return (row) => memberOf(container(row), key(row));
}

function memberOf(container: unknown, key: unknown): unknown {
  if (Array.isArray(container)) {
    const list: readonly unknown[] = container;
    const index = asWhole(key);
    return index === null ? null : (list.at(index) ?? null);
  }
  if (typeof container !== "object" || isNull(container) || container instanceof Date) {
    return null;
  }
  return Object.hasOwn(container, asText(key))
    ? (container as Readonly<Record<string, unknown>>)[asText(key)]
    : null;
}

function compileCall(node: Syntax, compilation: Compilation): Expression {
  const name = callName(node);
  const args = callArguments(node).map((argument) => compileExpression(argument, compilation));
  const call = compiledCall(name, args, compilation.now);
  if (!call) {
    throw compilation.refuse(node, `Function '${name}' is not supported by Resource Graph.`);
  }
  return node.type === "dynamic" ? (row) => withoutDate(call(row)) : call;
}

const withoutDate = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

export function callName(call: Syntax): string {
  return nameOf(childOf(call, "NameReference"));
}

export function callArguments(call: Syntax): readonly Syntax[] {
  return elements(findChild(childOf(call, "ExpressionList"), "List"));
}
