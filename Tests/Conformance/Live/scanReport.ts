/** What the scan of a report goes by. */
export interface ScanInput {
  /** Everything of the tenant: texts and keys of its answers, addresses, who is signed in. */
  readonly privateTexts: Iterable<string>;
  /** What everyone may read: names of models, the emulator's paths, known values, names of calls. */
  readonly publicTexts: Iterable<string>;
}

const patterns: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a GUID", /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/i],
  ["an IP address", /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{1,4}:){2,7}[0-9a-f]{0,4}\b/i],
  ["an e-mail address", /[\w.+-]*\w@[a-z0-9-]+\.[a-z]{2,}/i],
  ["an address", /[a-z][a-z0-9+.-]*:\/\/|\/subscriptions\/|\bwww\./i],
  ["a host", /\b[a-z0-9-]+\.(?:com|net|org|io)\b/i],
  ["a token", /eyJ[\w-]{8,}|\bBearer\s/],
  ["a long run of letters and digits", /(?=[A-Za-z0-9_-]*\d)[A-Za-z0-9_-]{41,}/],
];

/** A text that is shorter could be in any word. */
const shortest = 4;
const shortestPart = 8;

/**
 * What in a text that is about to be written could be of the tenant, in words that do not repeat it; empty: nothing. It knows nothing of
 * how the report was made: patterns of ids, addresses, and tokens; each text of the tenant as a word; and each longer one as a part.
 */
export function leaksIn(text: string, { privateTexts, publicTexts }: ScanInput): readonly string[] {
  const found = patterns.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
  const open = [...publicTexts].join("\n").toLowerCase();
  const lower = text.toLowerCase();
  const words = new Set(lower.split(/[^\p{L}\p{N}_-]+/u));
  const parts = new Set([...privateTexts].flatMap(partsOf));
  const leaks = [...parts].filter((part) => {
    const isInText = part.length >= shortestPart ? lower.includes(part) : words.has(part);
    return isInText && !open.includes(part);
  });
  return leaks.length === 0 ? found : [...found, `${leaks.length} texts of the tenant`];
}

/** A text, and what it consists of where it is a path, a host, or a list. In lower case. */
function partsOf(text: string): readonly string[] {
  const whole = text.trim().toLowerCase();
  const parts = whole.length > 2_000 ? [] : whole.split(/[\s/\\.,;:=@|"'()[\]{}<>]+/);
  return [whole, ...parts].filter((part) => part.length >= shortest && !/^\d+$/.test(part));
}

/** All texts and keys in JSON. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") {
    return [value];
  }
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...textsIn(child),
  ]);
}
