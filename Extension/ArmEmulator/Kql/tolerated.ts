import type { KustoDiagnostic } from "./kustoLibrary";
import type { Syntax } from "./syntaxTree";

/**
 * What Resource Graph takes although Kusto's binder calls it an error. Each stands in a query that Microsoft publishes for
 * Resource Graph; by code of the diagnostic, decided by its message, the text before it and the nodes around it.
 */
const tolerated: Readonly<
  Record<string, (diagnostic: KustoDiagnostic, before: string, around: readonly Syntax[]) => boolean>
> = {
  /** A dynamic value is compared with a date: what it holds is read as a date. */
  KS106: ({ Message }) => /\b(?:dynamic and datetime|datetime and dynamic)\b/.test(Message),
  /** `count(id)`, which Kusto proper wants to be a condition. */
  KS107: (_, before) => /\bcount\s*\(\s*$/.test(before),
  /** A dynamic value between dates. */
  KS138: (_, _before, around) => around.some(isBetween),
  /** Dates around a dynamic value, or a text beside a dynamic value in `coalesce`. */
  KS141: (_, _before, around) => around.some((node) => isBetween(node) || isCoalesce(node)),
  /** `on $right.a == $left.b`. */
  KS183: (_, _before, around) => around.some(({ kind }) => kind === "JoinOnClause"),
};

const isBetween = ({ kind }: Syntax) => kind === "BetweenExpression" || kind === "NotBetweenExpression";
const isCoalesce = ({ kind, text }: Syntax) =>
  kind === "FunctionCallExpression" && /^coalesce\s*\(/.test(text);

export function isTolerated(diagnostic: KustoDiagnostic, query: string, root: Syntax): boolean {
  const { Code, Start } = diagnostic;
  return tolerated[Code]?.(diagnostic, query.slice(0, Start), nodesAround(root, Start)) ?? false;
}

/** The nodes that a place lies in, from the outermost. */
function nodesAround(node: Syntax, place: number): readonly Syntax[] {
  const inner = node.children.find(({ start, text }) => start <= place && place < start + text.length);
  return inner ? [node, ...nodesAround(inner, place)] : [node];
}
