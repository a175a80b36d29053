import { ArmError } from "./arm";

export const armAudience = "https://management.azure.com";

/** What the emulator reads of a token. It does not check signatures: it is no identity provider. */
export interface TokenClaims {
  readonly aud: string;
  readonly oid: string;
  readonly name: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

/** A token in the form of a JWT without a signature. */
export function createToken(claims: TokenClaims): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.`;
}

/** The claims of an Authorization header. Throws ARM's 401 when there is none, or it is for others, or has expired. */
export function readAuthorization(header: string | undefined, now: Date): TokenClaims {
  const token = /^Bearer (.+)$/i.exec(header ?? "")?.[1];
  if (token === undefined) {
    throw unauthorized(
      "AuthenticationFailed",
      "Authentication failed. The 'Authorization' header is missing.",
    );
  }
  const claims = decode(token);
  if (!claims) {
    throw unauthorized("InvalidAuthenticationToken", "The access token is invalid.");
  }
  if (claims.aud.replace(/\/$/, "") !== armAudience) {
    throw unauthorized(
      "InvalidAuthenticationTokenAudience",
      `The access token has been obtained for wrong audience or resource '${claims.aud}'.`,
    );
  }
  if (claims.exp * 1000 <= now.getTime()) {
    throw expiredToken();
  }
  return claims;
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

function unauthorized(code: string, message: string): ArmError {
  const challenge = `Bearer authorization_uri="https://login.microsoftonline.com/", error="invalid_token", error_description="${message}"`;
  return new ArmError(401, code, message, { headers: { "www-authenticate": challenge } });
}
