import type { AccessToken, TokenCredential } from "@azure/core-auth";
import { signInProblem } from "./signInProblem";
import type { Cloud } from "./clouds";

/** The tokens of one signed-in account. They stay in this process. */
export interface Tokens {
  /** A token that is good for some minutes. Rejects with `AzureProblem`. */
  get(): Promise<string>;
  /** Tells that ARM did not take this token: the next one is asked for anew. */
  refused(token: string): void;
}

interface TokensOptions {
  readonly credential: TokenCredential;
  readonly cloud: Cloud;
  /** Asked for in place of the account's own; `undefined`: its own. */
  readonly tenantId: string | undefined;
  readonly now: () => Date;
}

/** A token with less than this is replaced before it is used: a call may take a while. */
const margin = 5 * 60_000;

/** Asks the credential once for all calls that wait, and again when the token runs out or the credential says that it is time. */
export function createTokens({ credential, cloud, tenantId, now }: TokensOptions): Tokens {
  const scope = `${cloud.audience}/.default`;
  let current: AccessToken | undefined;
  let pending: Promise<AccessToken> | undefined;

  async function ask(): Promise<AccessToken> {
    try {
      const token = await credential.getToken(scope, tenantId === undefined ? {} : { tenantId });
      if (!token) {
        throw new Error("The credential gave no token.");
      }
      return token;
    } catch (error) {
      throw signInProblem(error, cloud.authority, tenantId);
    }
  }

  async function renew(): Promise<AccessToken> {
    pending ??= ask().finally(() => (pending = undefined));
    current = await pending;
    return current;
  }

  return {
    async get() {
      const left = leftOf(current, now());
      if (current && left > margin) {
        return current.token;
      }
      const old = current;
      try {
        return (await renew()).token;
      } catch (error) {
        if (old && left > 0) {
          return old.token; // Still good; the next call tries again.
        }
        throw error;
      }
    },
    refused(token) {
      if (current?.token === token) {
        current = undefined;
      }
    },
  };
}

/** Milliseconds until the token is due for replacement; its issuer may want that earlier than it runs out. */
function leftOf(token: AccessToken | undefined, now: Date): number {
  if (!token) {
    return 0;
  }
  const { expiresOnTimestamp, refreshAfterTimestamp = Infinity } = token;
  const left = expiresOnTimestamp - now.getTime();
  return refreshAfterTimestamp <= now.getTime() ? Math.min(left, margin) : left;
}
