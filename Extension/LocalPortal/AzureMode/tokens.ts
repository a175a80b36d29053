import type { AccessToken, TokenCredential } from "@azure/core-auth";
import { AzureProblem } from "./azureProblem";
import { signInProblem } from "./signInProblem";
import type { Cloud } from "./registeredCloud";

/** The tokens of one signed-in account. They stay in this process. */
export interface Tokens {
  /** A token that is good for some minutes. Rejects with `AzureProblem`. */
  get(): Promise<string>;
  /**
   * Another token in place of one that ARM refused, asked for once for all calls that it refused. `claims`: what ARM wants the token
   * to have, as JSON. Resolves to `undefined` when the credential gives the same one again; rejects with `AzureProblem` when it gives
   * none, or can't answer the claims, and says then what the user can do.
   */
  insteadOf(refused: string, claims?: string): Promise<string | undefined>;
}

interface TokensOptions {
  /** Called again when what the credential remembers was refused: only a new one asks anew. */
  readonly credential: () => TokenCredential;
  readonly cloud: Cloud;
  /** Asked for in place of the account's own; `undefined`: its own. */
  readonly tenantId: string | undefined;
  readonly now: () => Date;
}

/** A token with less than this is replaced before it is used: a call may take a while. */
const margin = 5 * 60_000;

/** Asks the credential once for all calls that wait, and again when the token runs out or the credential says that it is time. */
export function createTokens({ credential: create, cloud, tenantId, now }: TokensOptions): Tokens {
  const scope = `${cloud.audience}/.default`;
  let credential = create();
  let current: AccessToken | undefined;
  let pending: Promise<AccessToken> | undefined;
  let replacing: Promise<string | undefined> | undefined;

  async function ask(claims?: string): Promise<AccessToken> {
    try {
      const token = await credential.getToken(scope, {
        // Tells Entra that challenges are answered here. Always, for credentials keep tokens of both kinds apart.
        enableCae: true,
        ...(tenantId === undefined ? {} : { tenantId }),
        ...(claims === undefined ? {} : { claims }),
      });
      if (!token) {
        throw new Error("The credential gave no token.");
      }
      return token;
    } catch (error) {
      throw error instanceof AzureProblem ? error : signInProblem(error, cloud.authority, tenantId, claims);
    }
  }

  async function renew(): Promise<AccessToken> {
    pending ??= ask().finally(() => (pending = undefined));
    current = await pending;
    return current;
  }

  async function replace(refused: string, claims: string | undefined): Promise<string | undefined> {
    if (claims === undefined) {
      credential = create();
    }
    const next = claims === undefined ? await ask() : await withClaims(refused, claims);
    current = next;
    return next.token === refused ? undefined : next.token;
  }

  /** The command-line tools take no claims, but the user may have signed in again since with what was asked for. */
  async function withClaims(refused: string, claims: string): Promise<AccessToken> {
    try {
      return await ask(claims);
    } catch (problem) {
      const plain = await ask().catch(() => undefined);
      if (plain === undefined || plain.token === refused) {
        throw problem;
      }
      return plain;
    }
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
    async insteadOf(refused, claims) {
      if (current && current.token !== refused) {
        return current.token; // Replaced for another call already.
      }
      replacing ??= replace(refused, claims).finally(() => (replacing = undefined));
      return replacing;
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
