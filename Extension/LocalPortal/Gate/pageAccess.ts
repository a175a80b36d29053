import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Access to a private page: first by a one-time key, then by the browser that exchanged it. */
export interface PageAccess {
  /** Path of the page, with a slash at both ends. It opens nothing by itself. */
  readonly path: string;
  /** A key that opens the page once, within {@link keyMinutes}. */
  newKey(place: KeyPlace): string;
  /** Whether the terminal shows a key that is neither used nor expired. */
  isShown(): boolean;
  /** Uses a key up. Returns the cookie to set; `undefined` for every other text. */
  redeem(key: unknown): SessionCookie | undefined;
  /** Whether a `Cookie` header holds the cookie of this run. */
  admits(cookies: string | undefined): boolean;
}

/** Where a key can be read: by the engineer in the terminal, or by the browser in a file. */
export type KeyPlace = "terminal" | "file";

interface SessionCookie {
  readonly name: string;
  readonly value: string;
  /** Without `secure`: the page is served over plain HTTP, and only on the loopback interface. */
  readonly options: {
    readonly httpOnly: true;
    readonly sameSite: "strict";
    readonly path: string;
  };
}

export const keyMinutes = 10;

const name = "local-portal";

/**
 * Browsers send a cookie to every port of its host (RFC 6265 §8.5), so another user's server on this machine could get it. The path,
 * which only the page's own address contains, keeps it from there.
 */
export function createPageAccess(now: () => number): PageAccess {
  const session = createSecret();
  const path = `/${createSecret()}/`;
  const keys = new Map<string, { readonly place: KeyPlace; readonly until: number }>();
  const openKeys = () => [...keys].filter(([, { until }]) => now() < until);
  return {
    path,
    newKey(place) {
      const key = createSecret();
      keys.set(key, { place, until: now() + keyMinutes * 60_000 });
      return key;
    },
    isShown: () => openKeys().some(([, { place }]) => place === "terminal"),
    redeem(given) {
      const [key] = openKeys().find(([open]) => isSecret(given, open)) ?? [];
      if (key === undefined) {
        return undefined;
      }
      keys.delete(key);
      return { name, value: session, options: { httpOnly: true, sameSite: "strict", path } };
    },
    admits: (cookies = "") =>
      cookies
        .split(/; */)
        .some((pair) => pair.startsWith(`${name}=`) && isSecret(pair.slice(name.length + 1), session)),
  };
}

/** Name of the header in which the shell sends the secret of the run. */
export const secretHeader = "x-portal-secret";

export function createSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Compares without telling by its time how much was right. */
export function isSecret(given: unknown, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return typeof given === "string" && timingSafeEqual(digest(given), digest(secret));
}
