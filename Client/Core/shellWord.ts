import { isVisible } from "./visibleText";

/**
 * Text as one word of a POSIX shell, quotes included. The only way in which a value may enter a command. What the command makes
 * of the word is a matter of the program: each has a grammar of its own (`isAzValue`, `isPackage`, Kubernetes' names).
 */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * What the Azure CLI takes for the value itself. It reads the file named behind an `@` at the beginning, behind `=` too (knack,
 * `_maybe_load_file`), and its newer commands give a meaning to `'`, `??` and `null` (azure-cli-core, aaz shorthand syntax). A value `--` is dropped (Python's
 * argparse takes it for the end of the options, behind `=` too).
 */
const firstCharacter = /^[\p{L}\p{N}_(.\-/[{]/u;
const longestValue = 4096;

export function isAzValue(text: string): boolean {
  return (
    firstCharacter.test(text) && isVisible(text) && !/^(null|--)$/i.test(text) && text.length <= longestValue
  );
}
