/** Text as one word of a POSIX shell, quotes included. The only way in which a value may enter a command. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * Whether the text can be pasted into a terminal. Terminals act on control characters before the shell sees any quotes, an
 * end of line excepted, and no argument can hold a NUL.
 */
export function canBePasted(text: string): boolean {
  return !/[^\P{Cc}\n]/u.test(text);
}
