import { verify, type KeyObject } from "node:crypto";
import { ArmError } from "./arm";

export const armAudience = "https://management.azure.com";

/** What the emulator reads of a token. */
export interface TokenClaims {
  readonly aud: string;
  readonly oid: string;
  readonly name: string;
  /** Seconds since 1970. */
  readonly exp: number;
  /** Seconds since 1970. */
  readonly nbf?: number;
  readonly iss?: string;
}

/** Whose tokens are good. Without it signatures are not checked: the emulator is no identity provider. */
export interface TokenTrust {
  readonly tenantId: string;
  readonly audience: string;
  /** Of an RS256 signature. */
  readonly publicKey: KeyObject;
}

/** Reads an Authorization header. Throws ARM's 401. */
export type Authenticate = (header: string | undefined, now: Date) => TokenClaims;

/** A token in the form of a JWT without a signature. */
export function createToken(claims: TokenClaims): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.`;
}

/** Reads headers; a token that is missing, for others, by others, too old or too young throws ARM's 401. */
export function createAuthenticate(trust?: TokenTrust): Authenticate {
  const refuse: Refuse = (code, message) => unauthorized(code, message, trust?.tenantId);
  const audience = trust?.audience ?? armAudience;
  return (header, now) => {
    const token = /^Bearer (.+)$/i.exec(header ?? "")?.[1];
    if (token === undefined) {
      throw refuse("AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
    }
    const claims = decode(token);
    if (!claims || (trust && !isSigned(token, trust))) {
      throw refuse("InvalidAuthenticationToken", "The access token is invalid.");
    }
    checkAudience(claims, audience, refuse);
    checkIssuer(claims, trust, refuse);
    checkTimes(claims, now, refuse);
    return claims;
  };
}

/** The error for a token that is not good. */
type Refuse = (code: string, message: string) => ArmError;

function checkAudience({ aud }: TokenClaims, audience: string, refuse: Refuse): void {
  if (aud.replace(/\/$/, "") !== audience) {
    throw refuse(
      "InvalidAuthenticationTokenAudience",
      `The access token has been obtained for wrong audience or resource '${aud}'.`,
    );
  }
}

function checkIssuer({ iss }: TokenClaims, trust: TokenTrust | undefined, refuse: Refuse): void {
  const expected = trust && issuerOf(trust.tenantId);
  if (expected !== undefined && iss !== expected) {
    throw refuse(
      "InvalidAuthenticationTokenTenant",
      `The access token is from the wrong issuer '${iss ?? ""}'. It must match the tenant '${expected}' associated with this subscription.`,
    );
  }
}

function checkTimes({ exp, nbf = 0 }: TokenClaims, now: Date, refuse: Refuse): void {
  if (exp * 1000 <= now.getTime()) {
    throw expiredToken();
  }
  if (nbf * 1000 > now.getTime()) {
    // The code is ARM's for every token that is not good; the message is a guess.
    throw refuse("InvalidAuthenticationToken", "The access token is not valid yet.");
  }
}

/** How Entra names the issuer of a tenant's tokens for ARM. */
export const issuerOf = (tenantId: string) => `https://sts.windows.net/${tenantId}/`;

function isSigned(token: string, { publicKey }: TokenTrust): boolean {
  const [header = "", payload = "", signature = ""] = token.split(".");
  return verify(
    "RSA-SHA256",
    Buffer.from(`${header}.${payload}`),
    publicKey,
    Buffer.from(signature, "base64url"),
  );
}

export function expiredToken(): ArmError {
  return unauthorized("ExpiredAuthenticationToken", "The access token expiry is in the past.");
}

function decode(token: string): TokenClaims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    return isClaims(claims) ? claims : undefined;
  } catch {
    return undefined; // Not a token: said by the caller.
  }
}

function isClaims(value: unknown): value is TokenClaims {
  const claims = value as Partial<TokenClaims> | null;
  return typeof claims?.aud === "string" && typeof claims.oid === "string" && typeof claims.exp === "number";
}

/** The challenge names the tenant of the subscription where the emulator knows one; ARM always does. */
function unauthorized(code: string, message: string, tenantId = ""): ArmError {
  const challenge = `Bearer authorization_uri="https://login.microsoftonline.com/${tenantId}", error="invalid_token", error_description="${message}"`;
  return new ArmError(401, code, message, { headers: { "www-authenticate": challenge } });
}
