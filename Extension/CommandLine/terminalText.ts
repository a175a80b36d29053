/** Control characters, which move a terminal's cursor and color its text, and characters that cannot be seen or turn text around. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A line for a terminal or a log: what others wrote in it cannot do anything there, and stays one line. */
export function terminalLine(text: string): string {
  return text.replace(unseen, escaped);
}

/** The same for a text of several lines. */
export function terminalText(text: string): string {
  return text.split("\n").map(terminalLine).join("\n");
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
