import { recordOf, textOf } from "../../../Client/Core/json";

/** What a token of Entra says of itself. Its form is ARM's business and may change: everything may be missing. */
export interface TokenClaims {
  readonly tenantId: string | undefined;
  readonly objectId: string | undefined;
  /** Of a person; an application has none. */
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly applicationId: string | undefined;
  readonly notBefore: Date | undefined;
  readonly expires: Date | undefined;
}

/** Reads the claims without checking them; that is what ARM does. */
export function claimsOf(token: string): TokenClaims {
  const claims = recordOf(payloadOf(token));
  return {
    tenantId: textOf(claims.tid),
    objectId: textOf(claims.oid),
    name: textOf(claims.name),
    email: textOf(claims.upn) ?? textOf(claims.preferred_username) ?? textOf(claims.unique_name),
    applicationId: textOf(claims.appid),
    notBefore: secondsOf(claims.nbf),
    expires: secondsOf(claims.exp),
  };
}

function payloadOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  } catch {
    return undefined; // Not a JWT.
  }
}

function secondsOf(value: unknown): Date | undefined {
  return typeof value === "number" ? new Date(value * 1000) : undefined;
}
