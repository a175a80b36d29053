import type { TokenCredential } from "@azure/core-auth";

/**
 * What the SDK clients are given to sign with. It is not a secret: the host authorizes each request itself, and
 * {@link createHostHttpClient} drops the header that the clients make of it.
 */
export const hostCredential: TokenCredential = {
  getToken: () =>
    Promise.resolve({ token: "authorized-by-the-host", expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};
