import ts from "typescript";

/** Texts, comments, names, and titles of tests in source files, for tests about words. */

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

/** Every name in a TypeScript file: of variables, types, properties, whatever it imports or makes. */
export function namesIn(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  visitNodes(source, (node) => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      names.add(node.text);
    }
  });
  return names;
}

/** Titles of the tests in a file, as far as they are written where the test is. */
export function testTitlesIn(source: string): readonly string[] {
  const titles: string[] = [];
  visitNodes(source, (node, file) => {
    if (ts.isCallExpression(node) && /^(?:test|describe)\b/.test(node.expression.getText(file))) {
      const [title] = node.arguments;
      titles.push(...(title && ts.isStringLiteralLike(title) ? [title.text] : []));
    }
  });
  return titles;
}

function visitNodes(source: string, use: (node: ts.Node, file: ts.SourceFile) => void): void {
  const file = ts.createSourceFile("x.tsx", source, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    use(node, file);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** Where a list of three or more lacks the comma before "and" or "or". */
export function lastsWithoutComma(text: string): readonly string[] {
  return text.match(/[\w-]+, [\w-]+ (?:and|or) [\w-]+/g) ?? [];
}

/** British spellings, and words that this code once had for things that have a usual name. The usual one stands behind `:`. */
const unusual: readonly (readonly [pattern: RegExp, usual: string])[] = [
  [
    /^(?:authori|recogni|saniti|normali|seriali|initiali|organi|optimi|summari|minimi|maximi|categori)s(?:e|ed|es|ing|ation)$/,
    "-ize",
  ],
  [/^(?:behaviour|colour|neighbour|favour|honour|labour)/, "-or"],
  [/^cancell(?:ed|ing)$/, "canceled"],
  [/^(?:centre|licence|defence|catalogue|grey|fulfil|programme)s?$/, "the American spelling"],
  [/^(?:nobody|somebody|anybody|whoever|whom|shall|mend(?:s|ed|ing)?)$/, "noOne, someone, fix"],
  [/^settle(?:d|ment)$/, "resolved"],
  [/^held (?:in|from|by)$/, "assigned, current"],
  [/^behind$/, "underlying"],
  [/^carry (?:out)$/, "apply"],
  [/^manners$/, "pipeline"],
  [/^strangers$/, "invalidRows"],
  [/^fill in$/, "format"],
  [/^one or many$/, "pluralize"],
  [/^use may$/, "usePermission"],
  [/^wanted plan$/, "PlanDraft"],
  [/^fixes first$/, "packageUpdates"],
];

/** Names of libraries and of the language that have such a word. */
const foreign = new Set(["allSettled", "PromiseSettledResult", "onSettled"]);

/** The names among these that have a word which this code doesn't use, each with what it calls the same. */
export function unusualNames(names: Iterable<string>): readonly string[] {
  return [...names].flatMap((name) => {
    const words = wordsOf(name);
    const runs = words.flatMap((_, at) => [1, 2, 3].map((length) => words.slice(at, at + length).join(" ")));
    const found = unusual.find(([pattern]) => runs.some((run) => pattern.test(run)));
    return found && !foreign.has(name) ? [`${name}: ${found[1]}`] : [];
  });
}

/** `aBigName` and `a-big-name.test` as words in lower case. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}
