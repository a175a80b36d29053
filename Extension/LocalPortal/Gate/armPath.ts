/** What the browser side believes to call, in every cloud (`Client/Azure/Pipeline/arm.ts`). */
export const publicArm = "https://management.azure.com";

/** A path of ARM and its query, of which every character is harmless. */
export interface ArmPath {
  /** Starts with one slash. */
  readonly path: string;
  /** Starts with a question mark, or is empty. */
  readonly query: string;
}

const longest = 8_192;
/** RFC 3986: what a segment and a query may consist of. No backslash, no control character, no fragment. */
const segment = /^(?:[\w\-.~!$&'()*+,;=:@]|%[0-9a-f]{2})+$/i;
const queryText = /^(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*$/i;
/** What servers and proxies may read as parts of a path once more, and no name of ARM contains. */
const tricky = /[/\\%]|\p{Cc}/u;

/**
 * Reads the address of a batch item: absolute at one of the given origins, or relative. `undefined` for any other host, for
 * userinfo, and for a path that two servers could read in two ways: empty or dot segments, encoded slashes, double escapes.
 */
export function readArmPath(text: string, origins: readonly string[]): ArmPath | undefined {
  if (text.length > longest) {
    return undefined;
  }
  const rest = afterOrigin(text, origins);
  const [, path = "", query = ""] = /^(\/[^?]*)(\?.*)?$/s.exec(rest ?? "") ?? [];
  const isPlain = path !== "" && path.slice(1).split("/").every(isPlainSegment);
  return isPlain && queryText.test(query.slice(1)) ? { path, query } : undefined;
}

/** The text after one of the origins, or all of it when it names none. */
function afterOrigin(text: string, origins: readonly string[]): string | undefined {
  const own = origins.find((origin) => text.toLowerCase().startsWith(`${origin}/`));
  if (own !== undefined) {
    return text.slice(own.length);
  }
  return text.startsWith("/") ? text : undefined;
}

function isPlainSegment(text: string): boolean {
  if (!segment.test(text)) {
    return false;
  }
  const name = decoded(text);
  return name !== undefined && name !== "." && name !== ".." && !tricky.test(name);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // Not UTF-8.
  }
}
