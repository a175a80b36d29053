/** What nobody sees, or what changes the order in which others are seen; the space and half characters excepted. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Text whose invisible characters are written as the language writes a code point. Half characters become U+FFFD. */
export function escapeInvisible(text: string, escape: (codePoint: number) => string): string {
  return wellFormed(text).replace(invisible, (character) => escape(character.codePointAt(0) ?? 0));
}

/** No encoding has half characters (lone surrogates), so no file can hold them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

/** Whether every character of the text is seen, and seen in its place. */
export function isVisible(text: string): boolean {
  return escapeInvisible(text, () => "") === text;
}

/**
 * A name as people may read it: what would be invisible, or turn others around, stands as its code point, `\u{202E}`. `most`:
 * how many characters are shown of it.
 */
export function visibleText(text: string, most = Infinity): string {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return escapeInvisible(cut, (codePoint) => `\\u{${hex(codePoint, 4).toUpperCase()}}`);
}

export function hex(codePoint: number, digits: number): string {
  return codePoint.toString(16).padStart(digits, "0");
}
