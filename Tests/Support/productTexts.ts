/** Texts and comments of source files, for tests about words. */

/** The texts of an enum in a `*.resjson.ts` file, by key. */
export function textsOf(source: string): ReadonlyMap<string, string> {
  const entries = source.matchAll(/^ {2}(\w+) =\s+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'),$/gm);
  return new Map([...entries].map(([, key = "", literal = ""]) => [key, literal.slice(1, -1)]));
}

/** All comments of a TypeScript file. A literal that looks like one counts too; the words in it are then judged as well. */
export function commentsOf(source: string): string {
  return (source.match(/\/\*[^]*?\*\/|(?<=^|[\s;{}(,])\/\/ .*$/gm) ?? [])
    .join("\n")
    .replace(/\n\s*\*/g, "\n");
}

/** Words that end in -s and are no plural nouns after a number's placeholder. */
const noPlural = /^(?:is|was|has|does|says|changes|exists|needs|ends|reports|as|this)$/;

/**
 * Keys of texts that put a number before a plural noun and have no form for 1: "{0} rows" without a twin whose key ends in
 * One where theirs ends in Many.
 */
export function withoutSingular(texts: ReadonlyMap<string, string>): readonly string[] {
  return [...texts].flatMap(([key, text]) => {
    const nouns = [...text.matchAll(/\{\d\} (?:(?:of the|more|open|other|selected) )?([a-z]+s)\b/g)];
    const hasPlural = nouns.some(([, noun = ""]) => !noPlural.test(noun));
    const twin = key.replace(/Many(?:OfOne)?$/, "One");
    return hasPlural && (twin === key || !texts.has(twin)) ? [key] : [];
  });
}
