import type { Syntax } from "./syntaxTree";

/** A text in a query, with its quotes. */
export interface QueryLiteral {
  readonly start: number;
  readonly end: number;
}

/** A query with the texts in it that may be others without changing what else its syntax tree says. */
interface Text {
  readonly query: string;
  readonly literals: readonly QueryLiteral[];
}

/** Comments and texts, in their order. A letter or `@` before the quote makes a text of another grammar. */
const commentOrText = /\/\/[^\n]*|[\w@]?(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g;

/** The texts that have no other escapes than those of quotes and of the backslash. */
export function literalsOf(query: string): readonly QueryLiteral[] {
  if (query.includes("```") || query.includes("~~~")) {
    return []; // Texts of several lines, in which quotes mean nothing.
  }
  return [...query.matchAll(commentOrText)].flatMap(({ 0: found, index }) =>
    /^['"](?:[^\\]|\\['"\\])*$/.test(found) ? [{ start: index, end: index + found.length }] : [],
  );
}

/** What stands around the texts: queries that have the same differ in the texts alone. */
export function aroundLiterals({ query, literals }: Text): string {
  const starts = [0, ...literals.map(({ end }) => end)];
  return starts.map((start, at) => query.slice(start, literals[at]?.start)).join("\u0000");
}

/** Kinds of expressions whose texts the binder does not look into: it gives them a type, and nothing depends on which text it is. */
const opaque =
  /^(?:(?:Not|Bang)?(?:Equal|EqualTilde|Tilde|StartsWith|EndsWith|Contains|Has)(?:Cs)?Expression|SimpleNamedExpression)$/;
const lists = /^(?:Not)?(?:In|HasAny|HasAll)(?:Cs)?Expression$/;
const calls = /^strcat\s*\(/;

/** Of the texts of a query those that stand where the binder does not look into them. */
export function opaqueLiterals(root: Syntax, literals: readonly QueryLiteral[]): readonly QueryLiteral[] {
  const starts = new Set<number>();
  collect(root, [], starts);
  return literals.filter(({ start }) => starts.has(start));
}

/** `above` are the nodes around it, the nearest first. */
function collect(node: Syntax, above: readonly Syntax[], starts: Set<number>): void {
  if (node.kind === "StringLiteralExpression" && isOpaque(above)) {
    starts.add(node.start);
  }
  for (const child of node.children) {
    collect(child, [node, ...above.slice(0, 3)], starts);
  }
}

function isOpaque([parent, ...above]: readonly Syntax[]): boolean {
  const isListed = ({ kind, text }: Syntax) =>
    kind === "FunctionCallExpression" ? calls.test(text) : lists.test(kind);
  return (
    parent !== undefined &&
    (opaque.test(parent.kind) || (parent.kind === "SeparatedElement" && above.some(isListed)))
  );
}

/** The tree of a query that differs from another one in some of its texts alone, made of the tree of that one. */
export function withLiterals(root: Syntax, from: Text, to: Text): Syntax {
  const values = new Map(
    from.literals.map(({ start }, at) => [start, valueAt(to.query, to.literals[at])] as const),
  );
  const ends = from.literals.map(({ end }, at) => ({ end, shift: (to.literals[at]?.end ?? 0) - end }));
  const moved = (place: number) => place + (ends.findLast(({ end }) => end <= place)?.shift ?? 0);
  const move = (node: Syntax): Syntax => {
    const start = moved(node.start);
    const isText = typeof node.literal === "string" && node.kind.startsWith("StringLiteral");
    return {
      ...node,
      start,
      text: to.query.slice(start, moved(node.start + node.text.length)),
      children: node.children.map(move),
      literal: isText ? (values.get(node.start) ?? node.literal) : node.literal,
    };
  };
  return move(root);
}

function valueAt(query: string, literal: QueryLiteral | undefined): string {
  return query.slice((literal?.start ?? 0) + 1, (literal?.end ?? 0) - 1).replace(/\\(['"\\])/g, "$1");
}
