/**
 * What a 401 asks for in its `WWW-Authenticate` header. `claims`: a token with these claims, as JSON (Microsoft Entra: "Claims
 * challenges, claims requests, and client capabilities"). `unreadable`: more than the token has, but not in a form that can be asked
 * for. `none`: nothing but another token.
 */
type Challenge =
  | { readonly kind: "none" }
  | { readonly kind: "claims"; readonly claims: string }
  | { readonly kind: "unreadable" };

const none: Challenge = { kind: "none" };
const unreadable: Challenge = { kind: "unreadable" };

/** Node takes headers of 16 KB in all. */
const longestHeader = 16_384;
/** Real ones have some 200 characters. Windows takes command lines of 8,191. */
const longestClaims = 2_048;

/**
 * Reads the challenges of a header, which may be several (RFC 9110, 11.6.1), and returns what the first of the scheme Bearer asks
 * for that asks for claims. Takes time in proportion to the length of the header. Never throws, whatever the header is.
 */
export function challengeOf(header: string | undefined): Challenge {
  if (header === undefined || header.length > longestHeader) {
    return none;
  }
  const { challenges, isWhole } = readChallenges(header);
  const asked = challenges.filter(asksForClaims).map(({ parameters }) => claimsIn(parameters));
  const claims = asked.find((one) => one !== undefined);
  if (claims !== undefined) {
    return { kind: "claims", claims };
  }
  return asked.length > 0 || (!isWhole && header.includes("insufficient_claims")) ? unreadable : none;
}

interface SchemeChallenge {
  /** In lower case. */
  readonly scheme: string;
  /** By name in lower case; `undefined`: given twice, so it isn't known which one counts. */
  readonly parameters: Map<string, string | undefined>;
}

/** A revoked session is challenged with `invalid_token` and claims. Without claims that only means: not this token. */
function asksForClaims({ scheme, parameters }: SchemeChallenge): boolean {
  const error = parameters.get("error");
  const isAsked = error === "insufficient_claims" || (error === "invalid_token" && parameters.has("claims"));
  return scheme === "bearer" && isAsked;
}

function claimsIn(parameters: SchemeChallenge["parameters"]): string | undefined {
  const [, digits] = /^([A-Za-z0-9+/_-]+)={0,2}$/.exec(parameters.get("claims") ?? "") ?? [];
  if (digits === undefined || digits.length > longestClaims || digits.length % 4 === 1) {
    return undefined;
  }
  const text = atob(digits.replaceAll("-", "+").replaceAll("_", "/"));
  return isPlainObject(text) ? text : undefined;
}

/** Whether a text is a JSON object of printable ASCII, with something in it. Entra's are, and SDKs encode no other as base64. */
function isPlainObject(text: string): boolean {
  if (!/^[\t\n\r\x20-\x7e]*$/.test(text)) {
    return false;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
    return isObject && Object.keys(parsed).length > 0;
  } catch {
    return false; // Not JSON.
  }
}

/** The challenges of a header as far as it can be read, and whether that was to its end. */
function readChallenges(header: string): {
  readonly challenges: readonly SchemeChallenge[];
  readonly isWhole: boolean;
} {
  const challenges: SchemeChallenge[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(header) ?? undefined;
    at = match ? pattern.lastIndex : at;
    return match;
  };
  for (take(separators); at < header.length; take(separators)) {
    const [name] = take(token) ?? [];
    if (name === undefined) {
      return { challenges, isWhole: false };
    }
    const value = take(quoted) ?? take(unquoted);
    const isRead = value ? addTo(challenges.at(-1), name.toLowerCase(), value) : take(afterScheme);
    if (!isRead) {
      return { challenges, isWhole: false };
    }
    if (!value) {
      challenges.push({ scheme: name.toLowerCase(), parameters: new Map() });
      take(token68);
    }
  }
  return { challenges, isWhole: true };
}

/** Adds a parameter, without the escapes of its value. False: there is no challenge that it could belong to. */
function addTo(challenge: SchemeChallenge | undefined, name: string, value: RegExpExecArray): boolean {
  const text = (value[1] ?? "").replace(/\\(.)/gs, "$1");
  challenge?.parameters.set(name, challenge.parameters.has(name) ? undefined : text);
  return challenge !== undefined;
}

const separators = /[\s,]*/y;
const token = /[!#$%&'*+.^_`|~\w-]+/y;
const quoted = /[ \t]*=[ \t]*"((?:[^"\\]|\\.)*)"/sy;
const unquoted = /[ \t]*=[ \t]*([^\s,"=]+=*)(?=[\s,]|$)/y;
const afterScheme = /[ \t]+|(?=,)|$/y;
const token68 = /[\w\-.~+/]+=*(?=[ \t]*(?:,|$))/y;
