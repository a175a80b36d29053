import { challengeOf } from "../../../Client/Core/claimsChallenge";
import { format } from "../../../Client/Core/format";
import { recordOf, textOf } from "../../../Client/Core/json";
import { saidBy, type ArmAnswer, type ArmCall, type ArmTransport } from "./armTransport";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";
import { commandOf, unknownTenant } from "./signInProblem";
import type { Tokens } from "./tokens";

interface AuthorizedOptions {
  readonly send: ArmTransport;
  readonly tokens: Tokens;
  readonly tenantId: string | undefined;
}

/** Sends one call to ARM with a token. Rejects with {@link AzureProblem} when no answer came, and when ARM takes no token. */
export type AuthorizedSend = (call: Omit<ArmCall, "token">) => Promise<ArmAnswer>;

/**
 * What ARM answers with 401 was not carried out, so it is sent once more, whatever it is, with another token: one with the claims that
 * the challenge asks for (continuous access evaluation), or a new one, because clocks differ and sessions are revoked. Never more than
 * once: what is refused twice is said.
 */
export function createAuthorizedSend({ send, tokens, tenantId }: AuthorizedOptions): AuthorizedSend {
  return async (call) => {
    const token = await tokens.get();
    const first = await send({ ...call, token });
    if (first.status !== 401) {
      return first;
    }
    const challenge = challengeIn(first);
    const next = await tokens.insteadOf(token, challenge.kind === "claims" ? challenge.claims : undefined);
    const answer = next === undefined ? first : await send({ ...call, token: next });
    if (answer.status === 401) {
      throw notTaken(answer, tenantId);
    }
    return answer;
  };
}

const challengeIn = ({ headers }: ArmAnswer) => challengeOf(headers["www-authenticate"]);

/** ARM's 401 for the newest token there is: of another tenant, whose right one ARM names, without what ARM wants, or not good. */
function notTaken(answer: ArmAnswer, tenantId: string | undefined): AzureProblem {
  const said = saidBy(answer);
  const code = textOf(recordOf(recordOf(answer.content).error).code);
  const expected = /match the tenant '[^']*\/([0-9a-f-]{36})\//i.exec(said)?.[1];
  if (code === "InvalidAuthenticationTokenTenant" && expected !== undefined) {
    const other = tenantId ?? AzureMode.wrongTenantUnknown;
    return new AzureProblem("wrongTenant", format(AzureMode.wrongTenant, expected, other));
  }
  const challenge = challengeIn(answer);
  if (challenge.kind === "none") {
    return new AzureProblem("notSignedIn", format(AzureMode.signInRefused, said, tenantId ?? unknownTenant));
  }
  const command = commandOf("az", tenantId, challenge.kind === "claims" ? challenge.claims : undefined);
  return new AzureProblem("notSignedIn", format(AzureMode.claimsWanted, command));
}
