import { escapeInvisible } from "../Core/visibleText";

/** Texts as comment lines. Nothing can end a line, so nothing can leave its comment. */
export function commentLines(mark: "#" | "//", ...texts: readonly string[]): string {
  return texts.map((text) => `${mark} ${escapeInvisible(text, () => "\ufffd")}\n`).join("");
}
