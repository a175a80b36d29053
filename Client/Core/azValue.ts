import { isVisible } from "./visibleText";

/**
 * What the Azure CLI takes for the value itself. It reads the file named behind an `@` at the beginning, behind `=` too (knack,
 * `_maybe_load_file`), and its newer commands give a meaning to `'`, `??` and `null` (azure-cli-core, aaz shorthand syntax).
 */
const firstCharacter = /^[\p{L}\p{N}_(.\-/[{]/u;
const longestValue = 4096;

export function isAzValue(text: string): boolean {
  return firstCharacter.test(text) && isVisible(text) && !/^null$/i.test(text) && text.length <= longestValue;
}
