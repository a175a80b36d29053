import { escapeInvisible, hex } from "./visibleText";

/** Text as a KQL string literal, quotes included. The only way in which a value may enter a query. */
export function kqlLiteral(text: string): string {
  return `'${escapeInvisible(text.replace(/[\\'"]/g, "\\$&"), unicodeEscapes)}'`;
}

/** KQL has escapes of four digits, two of them for a code point beyond. */
function unicodeEscapes(codePoint: number): string {
  const units = String.fromCodePoint(codePoint).split("");
  return units.map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`).join("");
}

/** Texts as a list of string literals, for `in` and the like. */
export function kqlLiterals(texts: readonly string[]): string {
  return texts.map(kqlLiteral).join(", ");
}
