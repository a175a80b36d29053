import { verify, type KeyObject } from "node:crypto";
import { ArmError } from "./arm";

export const armAudience = "https://management.azure.com";

/** What the emulator reads of a token. */
export interface TokenClaims {
  readonly aud: string;
  readonly oid: string;
  /** Of a person; absent: a service principal. */
  readonly name?: string;
  /** The application that it was issued to. */
  readonly appid?: string;
  /** Seconds since 1970. */
  readonly exp: number;
  /** Seconds since 1970. */
  readonly nbf?: number;
  readonly iss?: string;
  /** Authentication contexts that its user has satisfied: values of the claim `acrs`. */
  readonly acrs?: readonly string[];
}

/** Whose tokens are good. Without it signatures are not checked: the emulator is no identity provider. */
export interface TokenTrust {
  readonly tenantId: string;
  readonly audience: string;
  /** Of an RS256 signature. */
  readonly publicKey: KeyObject;
  /** Trouble that tests can turn on and off; absent: none. */
  readonly demands?: TokenDemands;
}

/** What is asked of tokens beside being good, from one call to the next. */
export interface TokenDemands {
  /** Authentication context that a token must have; `undefined`: none. */
  context: string | undefined;
  /** Tokens that count no longer although they have not run out: sessions were revoked. */
  readonly revoked: Set<string>;
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
    checkDemands(token, claims, trust?.demands, refuse);
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

function checkDemands(
  token: string,
  { acrs = [] }: TokenClaims,
  demands: TokenDemands | undefined,
  refuse: Refuse,
): void {
  if (demands?.revoked.has(token)) {
    // Code and message are guesses; core-client documents a challenge of this kind with this error.
    throw refuse("InvalidAuthenticationToken", "User session has been revoked.");
  }
  if (demands?.context !== undefined && !acrs.includes(demands.context)) {
    throw insufficientClaims(demands.context);
  }
}

/** Whether the bearer of an Authorization header has satisfied an authentication context. */
export function hasContext(header: string | undefined, context: string): boolean {
  return decode(header?.replace(/^Bearer /i, "") ?? "")?.acrs?.includes(context) ?? false;
}

/**
 * ARM's answer to a token without the authentication context that a conditional access policy wants, such as a second factor for writes
 * (Azure/azure-cli#31699 has the code and the claims). It was not carried out.
 */
export function insufficientClaims(context: string): ArmError {
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: context } } });
  const challenge = [
    'Bearer realm=""',
    'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    'error="insufficient_claims"',
    `claims="${Buffer.from(claims).toString("base64")}"`,
  ];
  return new ArmError(401, "RequestDisallowedByPolicy", "The request was disallowed by policy.", {
    headers: { "www-authenticate": challenge.join(", ") },
  });
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
