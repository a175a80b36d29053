/**
 * Text as one word of a POSIX shell, quotes included. The only way in which a value may enter a command. What the command makes
 * of the word is a matter of the program: each has a grammar of its own (`isAzValue`, `isPackage`, Kubernetes' names).
 */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
