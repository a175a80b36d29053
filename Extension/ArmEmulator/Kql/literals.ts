import type { Compilation } from "./compilation";
import type { Syntax } from "./syntaxTree";
import { findChild, elements } from "./syntax";
import { asDate } from "./values";

/** Value of a literal. Texts come unescaped from the parser; the others are read from how they are written. */
export function literalValue(node: Syntax, compilation: Compilation): unknown {
  switch (node.kind) {
    case "StringLiteralExpression":
    case "CompoundStringLiteralExpression":
      return String(node.literal);
    case "BooleanLiteralExpression":
      return node.text.toLowerCase().includes("true");
    case "LongLiteralExpression":
    case "IntLiteralExpression":
    case "RealLiteralExpression":
    case "DecimalLiteralExpression":
      return numberOf(node.text);
    case "DateTimeLiteralExpression":
      return asDate(inParentheses(node.text).replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T"));
    case "TimespanLiteralExpression":
      return spanOf(node.text);
    case "GuidLiteralExpression":
      return inParentheses(node.text);
    case "NullLiteralExpression":
      return null;
    case "DynamicExpression":
      return jsonValue(node.children.find(({ kind }) => /Json|Literal/.test(kind)) ?? node, compilation);
    default:
      throw compilation.refuse(node, `The literal ${node.text} is not supported by Resource Graph.`);
  }
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
