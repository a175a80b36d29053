import type { Compilation } from "./compilation";
import type { Syntax } from "./syntaxTree";
import { findChild, elements } from "./syntax";
import { asDate } from "./values";

type ReadLiteral = (node: Syntax, compilation: Compilation) => unknown;

const readText: ReadLiteral = ({ literal }) => String(literal);
const readNumber: ReadLiteral = ({ text }) => numberOf(text);

/** Readers by the parser's kind. Texts come unescaped from the parser; the others are read from how they are written. */
const readers: ReadonlyMap<string, ReadLiteral> = new Map<string, ReadLiteral>([
  ["StringLiteralExpression", readText],
  ["CompoundStringLiteralExpression", readText],
  ["BooleanLiteralExpression", ({ text }) => text.toLowerCase().includes("true")],
  ["LongLiteralExpression", readNumber],
  ["IntLiteralExpression", readNumber],
  ["RealLiteralExpression", readNumber],
  ["DecimalLiteralExpression", readNumber],
  ["DateTimeLiteralExpression", ({ text }) => dateIn(text)],
  ["TimespanLiteralExpression", ({ text }) => spanOf(text)],
  ["GuidLiteralExpression", ({ text }) => inParentheses(text)],
  ["NullLiteralExpression", () => null],
  [
    "DynamicExpression",
    (node, compilation) =>
      jsonValue(node.children.find(({ kind }) => /Json|Literal/.test(kind)) ?? node, compilation),
  ],
]);

/** Value of a literal. Throws `KqlError` for one that Resource Graph does not have. */
export function literalValue(node: Syntax, compilation: Compilation): unknown {
  const read = readers.get(node.kind);
  if (!read) {
    throw compilation.refuse(node, `The literal ${node.text} is not supported by Resource Graph.`);
  }
  return read(node, compilation);
}

/** Kusto also takes a blank between date and time. */
function dateIn(text: string): Date | null {
  return asDate(inParentheses(text).replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T"));
}

/** `long(5)` and `real(null)` are also ways to write a number. */
function numberOf(text: string): number | null {
  const written = inParentheses(text);
  return written === "null" ? null : Number(written);
}

function inParentheses(text: string): string {
  return (/^\w+\s*\((.*)\)$/s.exec(text)?.[1] ?? text).trim();
}

const unitMilliseconds: Readonly<Record<string, number>> = {
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/** `90d`, `2h`, `1.5m`, `time(1.02:03:04)`; milliseconds. */
function spanOf(text: string): number | null {
  const written = inParentheses(text);
  const simple = /^(-?\d+(?:\.\d+)?)(d|h|m|s|ms)[a-z]*$/.exec(written);
  if (simple) {
    return Number(simple[1]) * (unitMilliseconds[simple[2] ?? ""] ?? 0);
  }
  const full = /^(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(written);
  if (!full) {
    return null;
  }
  const [days, hours, minutes, seconds] = full.slice(1).map((part) => Number(part ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
}

function jsonValue(node: Syntax, compilation: Compilation): unknown {
  const members = elements(findChild(node, "List"));
  switch (node.kind) {
    case "JsonArrayExpression":
      return members.map((member) => jsonValue(member, compilation));
    case "JsonObjectExpression":
      return Object.fromEntries(members.map((member) => jsonPair(member, compilation)));
    default:
      return node.text === "null" ? null : literalValue(node, compilation);
  }
}

function jsonPair(pair: Syntax, compilation: Compilation): readonly [string, unknown] {
  const [name, , value] = pair.children;
  const key = /^(['"])(.*)\1$/s.exec(name?.text ?? "")?.[2] ?? "";
  return [key, value ? jsonValue(value, compilation) : null];
}
