/** Text as a KQL string literal, quotes included. The only way in which a value may enter a query. */
export function kqlLiteral(text: string): string {
  const escaped = text.replace(/[\\'"\p{Cc}\u2028\u2029]/gu, (character) =>
    character === "\\" || character === "'" || character === '"'
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `'${escaped}'`;
}

/** Texts as a list of string literals, for `in` and the like. */
export function kqlLiterals(texts: readonly string[]): string {
  return texts.map(kqlLiteral).join(", ");
}
