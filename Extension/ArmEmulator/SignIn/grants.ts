import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { OAuthError } from "./oauthError";

/** The application that may sign in by itself, a service principal. */
export interface SignInClient {
  readonly id: string;
  readonly secret: string;
}

/** Who asked for a token, and for what. */
export interface Grant {
  readonly clientId: string;
  /** As asked for, separated by spaces. */
  readonly scope: string;
  /** Whether a person signed in; otherwise it's the service principal. */
  readonly isPerson: boolean;
  /** To be repeated in the ID token. */
  readonly nonce?: string;
}

/** A sign-in that waits for a person, on the page of device codes. */
export interface DeviceSignIn {
  readonly deviceCode: string;
  readonly userCode: string;
}

/** The state of all sign-ins: codes are good once, refresh tokens until the process ends. */
export interface Grants {
  /** Carries out a request to the token endpoint. Throws {@link OAuthError}. */
  granted(form: URLSearchParams): Grant;
  /** A refresh token for what was granted. */
  remember(grant: Grant): string;
  /** Throws {@link OAuthError} when nothing is asked for. */
  beginDevice(form: URLSearchParams): DeviceSignIn;
  /** The person has typed the code of a device. Returns whether there is such a code. */
  confirmDevice(userCode: string): boolean;
  /** A code for a browser to take back to the program that opened it, which has to name the same address for it. */
  authorize(grant: Grant, challenge: string, redirect: string): string;
}

/** Of a device code and of an authorization code. */
export const codeSeconds = 900;

/** Codes that are good once, and for some minutes. */
function createCodes<T>(now: () => Date) {
  const codes = new Map<string, { readonly value: T; readonly ends: number }>();
  const isLive = ({ ends }: { readonly ends: number }) => ends > now().getTime();
  return {
    add(value: T): string {
      const code = newCode();
      codes.set(code, { value, ends: now().getTime() + codeSeconds * 1000 });
      return code;
    },
    find(code: string): T | undefined {
      const found = codes.get(code);
      return found && isLive(found) ? found.value : undefined;
    },
    all: (): readonly T[] => [...codes.values()].filter(isLive).map(({ value }) => value),
    remove: (code: string) => void codes.delete(code),
  };
}

interface Device {
  readonly userCode: string;
  readonly grant: Grant;
  /** Whether the person has typed the code. */
  isConfirmed: boolean;
}

interface Authorization {
  readonly grant: Grant;
  /** Of PKCE. */
  readonly challenge: string;
  /** The address that the browser goes back to. */
  readonly redirect: string;
}

export function createGrants(client: SignInClient, now: () => Date): Grants {
  const devices = createCodes<Device>(now);
  const authorizations = createCodes<Authorization>(now);
  const refreshTokens = new Map<string, Grant>();
  const byType: Readonly<Record<string, (form: URLSearchParams) => Grant>> = {
    client_credentials(form) {
      checkClient(form, client);
      return { clientId: client.id, scope: scopeOf(form), isPerson: false };
    },
    "urn:ietf:params:oauth:grant-type:device_code": (form) => byDevice(devices, form),
    authorization_code: (form) => byAuthorization(authorizations, form),
    refresh_token(form) {
      const grant = refreshTokens.get(form.get("refresh_token") ?? "");
      if (!grant) {
        throw new OAuthError("invalid_grant", "AADSTS700082: The refresh token has expired.");
      }
      checkSameClient(grant, form);
      return { ...grant, scope: form.get("scope") ?? grant.scope };
    },
  };
  return {
    granted(form) {
      const type = form.get("grant_type") ?? "";
      const grant = Object.hasOwn(byType, type) ? byType[type] : undefined;
      if (!grant) {
        throw new OAuthError(
          "unsupported_grant_type",
          `AADSTS70003: The grant type '${type}' isn't supported.`,
        );
      }
      return grant(form);
    },
    remember(grant) {
      const token = newCode();
      refreshTokens.set(token, grant);
      return token;
    },
    beginDevice(form) {
      const userCode = randomBytes(5).toString("hex").toUpperCase().slice(0, 9);
      const grant = { clientId: form.get("client_id") ?? "", scope: scopeOf(form), isPerson: true };
      return { deviceCode: devices.add({ userCode, grant, isConfirmed: false }), userCode };
    },
    confirmDevice(userCode) {
      const typed = userCode.trim().toUpperCase();
      const found = devices.all().find((device) => device.userCode === typed);
      if (found) {
        found.isConfirmed = true;
      }
      return found !== undefined;
    },
    authorize: (grant, challenge, redirect) => authorizations.add({ grant, challenge, redirect }),
  };
}

function byDevice(devices: ReturnType<typeof createCodes<Device>>, form: URLSearchParams): Grant {
  const code = form.get("device_code") ?? "";
  const device = devices.find(code);
  if (!device) {
    throw new OAuthError("expired_token", "AADSTS70019: The device code has expired or isn't known.");
  }
  checkSameClient(device.grant, form);
  if (!device.isConfirmed) {
    throw new OAuthError(
      "authorization_pending",
      "AADSTS70016: OAuth 2.0 device flow error. Authorization is pending. Continue polling.",
    );
  }
  devices.remove(code);
  return device.grant;
}

function byAuthorization(
  authorizations: ReturnType<typeof createCodes<Authorization>>,
  form: URLSearchParams,
): Grant {
  const code = form.get("code") ?? "";
  const authorization = authorizations.find(code);
  authorizations.remove(code);
  if (!authorization) {
    throw new OAuthError("invalid_grant", "AADSTS70008: The authorization code has expired or was used.");
  }
  checkSameClient(authorization.grant, form);
  if (form.get("redirect_uri") !== authorization.redirect) {
    throw new OAuthError("invalid_grant", "AADSTS50011: The redirect URI isn't the one of the code.");
  }
  if (challengeOf(form.get("code_verifier") ?? "") !== authorization.challenge) {
    throw new OAuthError("invalid_grant", "AADSTS501481: The code verifier doesn't match.");
  }
  return authorization.grant;
}

/** Codes and refresh tokens are good for the program alone that asked for them (RFC 6749 §4.1.3, §6). */
function checkSameClient({ clientId }: Grant, form: URLSearchParams): void {
  if (form.get("client_id") !== clientId) {
    throw new OAuthError(
      "invalid_grant",
      "AADSTS700005: The code or token was issued to another application.",
    );
  }
}

const newCode = () => randomBytes(32).toString("base64url");

/** PKCE, method S256 (RFC 7636 §4.2). */
const challengeOf = (verifier: string) => createHash("sha256").update(verifier).digest("base64url");

function scopeOf(form: URLSearchParams): string {
  const scope = form.get("scope");
  if (!scope) {
    throw new OAuthError("invalid_scope", "AADSTS900144: The request must contain the parameter 'scope'.");
  }
  return scope;
}

function checkClient(form: URLSearchParams, client: SignInClient): void {
  if (form.get("client_id") !== client.id) {
    throw new OAuthError(
      "invalid_client",
      `AADSTS700016: Application '${form.get("client_id") ?? ""}' wasn't found in the directory.`,
    );
  }
  if (!isSame(form.get("client_secret") ?? "", client.secret)) {
    throw new OAuthError("invalid_client", "AADSTS7000215: Invalid client secret provided.");
  }
}

function isSame(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
