import path from "node:path";

/** What documents may speak of. */
export interface Surroundings {
  /** Files of the repository, and what builds make, from the root. */
  readonly files: readonly string[];
  /** Names of npm scripts. */
  readonly scripts: readonly string[];
  /** Flags of each command whose documents list them, without dashes: by what stands before `--`. */
  readonly flags: Readonly<Record<string, readonly string[]>>;
}

/** Words that no text of the product has, see the style rules: the plain American ones stand in their place. */
const banned = new RegExp(
  [
    "please|nobody|somebody|anybody|shall|whoever|whom|upon|left out|e-mails?|upn suffix|go(?:es)? against",
    "mend(?:s|ed|ing)?|switch(?:es|ed|ing)?(?: \\w+){0,3} o(?:n|ff)|throw(?:s|n)? away",
    "authoris\\w+|behaviors?|colours?|defences?|cancell(?:ed|ing)|grey",
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .join("|"),
  "gi",
);

/** The words that should not be there. Code and addresses are not judged. */
export function bannedWords(text: string): readonly string[] {
  return proseOf(text).match(banned) ?? [];
}

/** What people read has contractions and no Latin; comments may be terser. */
const stiff =
  /\b(?:do|does|did|is|are|was|were|has|have|could|would|should|must) not\b|\bcannot\b|\b(?:e\.g\.|i\.e\.|etc\.|non-compliant)/gi;

/** The words that texts and documents don't have. Code and addresses are not judged. */
export function stiffWords(text: string): readonly string[] {
  return proseOf(text).match(stiff) ?? [];
}

/** Paths, links, scripts and flags that a document names and that don't exist. */
export function brokenReferences(file: string, text: string, around: Surroundings): readonly string[] {
  const exists = pathFinder(file, around.files);
  return [
    ...linksIn(text).filter((link) => !exists.exactly(link)),
    ...spansIn(text).filter((span) => isPath(span) && !exists.somewhere(span)),
    ...roomsIn(text).filter((room) => !exists.exactly(room)),
    ...[...text.matchAll(/npm run ([\w:-]+)/g)]
      .filter(([, script = ""]) => !around.scripts.includes(script))
      .map(([command]) => command),
    ...Object.entries(around.flags).flatMap(([command, flags]) => unknownFlags(text, command, flags)),
  ];
}

/** Flags with which a document calls a command and that the command doesn't have. */
function unknownFlags(text: string, command: string, flags: readonly string[]): readonly string[] {
  const calls = codeIn(text).flatMap((code) => code.split("\n"));
  return calls
    .flatMap((code) => code.split(`${command} -- `).slice(1))
    .flatMap((given) => given.replace(/\$\(.*?\)/g, "").match(/(?<![\w-])--[\w-]+/g) ?? [])
    .filter((flag) => !flags.includes(flag.slice(2)))
    .map((flag) => `${command} -- ${flag}`);
}

function pathFinder(file: string, files: readonly string[]) {
  const known = new Set(["."]);
  for (const one of files) {
    for (let part = one; part !== "."; part = path.posix.dirname(part)) {
      known.add(part);
    }
  }
  const plain = (target: string) => path.posix.normalize(target).replace(/\/$/, "");
  const exactly = (target: string) => known.has(plain(path.posix.join(path.posix.dirname(file), target)));
  /** From the document, from the root, or as the end of a path; in tests, also without what the name ends in. */
  const somewhere = (span: string) => {
    const target = plain(span.replace(/(?:^|\/)[^/]*[<*].*$/, "/."));
    const named = ["", ".ts", ".test.ts", ".test.tsx", ".spec.ts"].map((end) => `/${target}${end}`);
    return (
      exactly(target) ||
      known.has(target) ||
      [...known].some((one) => named.some((name) => `/${one}`.endsWith(name)))
    );
  };
  return { exactly, somewhere };
}

/** What is outside of the repository: Microsoft's packages and toolchain, the engineer's own files, generated and future folders. */
const elsewhere = /^(?:@|~|dist\/|src\/|Locales\/|Microsoft\.|origin\/|\.\.\/shared\/)/;

function isPath(span: string): boolean {
  const hasForm = /^[\w.<>*-]+(?:\/[\w.<>*-]+)*\/?$/.test(span);
  const isNamed = span.includes("/") || /\w\.(?:tsx?|mjs|cjs|md|json|png)$/.test(span);
  return hasForm && isNamed && !/^[<*]/.test(span) && !elsewhere.test(span);
}

function linksIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)|(?:src|srcset)="([^"\s]+)"/g)]
    .map(([, link, picture = ""]) => link ?? picture)
    .filter((target) => !URL.canParse(target));
}

/** Folders that tables explain: capitalized code in the first cell of a row. */
function roomsIn(text: string): readonly string[] {
  const cells = [...text.matchAll(/^\|([^|]*)\|/gm)].map(([, cell = ""]) => cell);
  return cells.flatMap((cell) => spansIn(cell).filter((span) => /^[A-Z]\w*$/.test(span)));
}

const fences = /^ *```[^]*?^ *```/gm;

function spansIn(text: string): readonly string[] {
  return [...text.replace(fences, "").matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span);
}

function codeIn(text: string): readonly string[] {
  return [...(text.match(fences) ?? []), ...spansIn(text)];
}

function proseOf(text: string): string {
  return text
    .replace(fences, "")
    .replace(/`[^`]+`/g, "")
    .replace(/\]\([^)]*\)/g, "]");
}

/** Documents that can be reached from the first one by links. */
export function reachable(first: string, read: (file: string) => string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (!found.has(file)) {
      found.add(file);
      linksIn(read(file))
        .filter((link) => link.endsWith(".md"))
        .forEach((link) => visit(path.posix.join(path.posix.dirname(file), link)));
    }
  };
  visit(first);
  return found;
}

/** Whether a document names a folder or file beside it, as code or as a link. */
export function names(text: string, part: string): boolean {
  return spansIn(text).includes(part) || new RegExp(`\\[(?:[\\w/]+/)?${part}\\]\\(`).test(text);
}
