import { randomBytes, randomUUID } from "node:crypto";
import { armAudience, issuerOf, type TokenTrust } from "../Server/accessToken";
import type { ArmRequest, ArmResponse } from "../Server/arm";
import type { Person } from "../World/world";
import { devicePage } from "./devicePage";
import { codeSeconds, createGrants, type Grant, type Grants, type SignInClient } from "./grants";
import { OAuthError } from "./oauthError";
import { createTokenSigner, type TokenSigner } from "./signedTokens";

/** What the sign-in does with the next requests. Tests change it as they go. */
export interface SignInBehavior {
  /** Of access tokens. */
  lifetimeSeconds: number;
  /** Refuses every grant, as Entra does when a session has ended; `undefined`: nothing is refused. */
  refusal: string | undefined;
}

interface SignInOptions {
  readonly tenantId: string;
  /** The one who signs in. */
  readonly person: Person;
  readonly now: () => Date;
  readonly behavior: SignInBehavior;
}

/** Entra of one tenant, in the form of an AD FS authority. */
export interface SignIn {
  /** What ARM has to check tokens with. */
  readonly trust: Omit<TokenTrust, "tenantId">;
  readonly client: SignInClient;
  /** A token for ARM, for programs that don't sign in by themselves. It ends as others do. */
  token(): string;
  /** `undefined`: the path isn't one of a sign-in. */
  answer(request: ArmRequest): ArmResponse | undefined;
}

const root = "/adfs";

export function createSignIn(options: SignInOptions): SignIn {
  const { person, now, behavior } = options;
  // In hexadecimal: behind `-p`, Azure CLI would take a secret that begins with a dash for an option.
  const client = { id: randomUUID(), secret: randomBytes(24).toString("hex") };
  const signer = createTokenSigner();
  const grants = createGrants(client, now);
  const tokens = createTokens(options, signer);
  const routes: Routes = {
    ...publicRoutes(options, signer),
    "POST /adfs/oauth2/token"(request) {
      if (behavior.refusal !== undefined) {
        throw new OAuthError("invalid_grant", behavior.refusal);
      }
      const grant = grants.granted(formOf(request));
      const refresh = grant.isPerson ? { refresh_token: grants.remember(grant) } : {};
      // RFC 6749 §5.1.
      const headers = { "cache-control": "no-store" };
      return { status: 200, headers, body: { ...tokens.answer(grant), ...refresh } };
    },
    "GET /adfs/oauth2/authorize": ({ query }) => authorize(grants, query),
    "POST /adfs/oauth2/devicecode": (request) => beginDevice(grants, request),
    "GET /adfs/oauth2/deviceauth": () => devicePage("ask"),
    "POST /adfs/oauth2/deviceauth": (request) =>
      devicePage(grants.confirmDevice(formOf(request).get("code") ?? "") ? "done" : "unknown"),
    "POST /graph/v1.0/directoryObjects/getByIds": () => ({
      status: 200,
      body: { value: [directoryObject(person)] },
    }),
  };
  return {
    trust: { audience: armAudience, publicKey: signer.publicKey },
    client,
    token: () => tokens.access({ clientId: client.id, scope: `${armAudience}/.default`, isPerson: true }),
    answer: (request) =>
      ours.test(request.path) ? answered(routes[`${request.method} ${request.path}`], request) : undefined,
  };
}

const ours = /^\/(adfs|metadata|graph)\//;

type Routes = Readonly<Record<string, (request: ArmRequest) => ArmResponse>>;

/** What a client reads before it signs in. */
function publicRoutes({ tenantId }: SignInOptions, { keySet }: TokenSigner): Routes {
  return {
    "GET /metadata/endpoints": ({ linkOrigin }) => ({ status: 200, body: cloudMetadata(linkOrigin) }),
    "GET /adfs/.well-known/openid-configuration": ({ linkOrigin }) => ({
      status: 200,
      body: configuration(`${linkOrigin}${root}`, tenantId),
    }),
    "GET /adfs/discovery/keys": () => ({ status: 200, body: keySet }),
  };
}

/** Tokens for what was granted: access tokens for ARM, ID tokens for the program that a person signed in with. */
function createTokens({ tenantId, person, now, behavior }: SignInOptions, signer: TokenSigner) {
  const common = () => {
    const seconds = Math.floor(now().getTime() / 1000);
    return {
      iss: issuerOf(tenantId),
      tid: tenantId,
      oid: person.objectId,
      iat: seconds,
      // Entra grants clocks five minutes.
      nbf: seconds - 300,
      exp: seconds + behavior.lifetimeSeconds,
    };
  };
  const named = { name: person.name, upn: person.email };
  const access = ({ clientId, scope, isPerson }: Grant) =>
    signer.sign({
      ...common(),
      aud: audienceOf(scope),
      appid: clientId,
      // Never two the same.
      uti: randomUUID(),
      ...(isPerson ? named : {}),
    });
  const id = ({ clientId, nonce }: Grant) =>
    signer.sign({
      ...common(),
      ...named,
      aud: clientId,
      sub: person.objectId,
      ...(nonce === undefined ? {} : { nonce }),
    });
  return {
    access,
    answer: (grant: Grant) => ({
      token_type: "Bearer",
      scope: grant.scope,
      expires_in: behavior.lifetimeSeconds,
      access_token: access(grant),
      ...(grant.isPerson ? { id_token: id(grant) } : {}),
    }),
  };
}

/** The person is the only one there is, so that the browser goes back at once. */
function authorize(grants: Grants, query: URLSearchParams): ArmResponse {
  const nonce = query.get("nonce");
  const grant = {
    clientId: query.get("client_id") ?? "",
    scope: query.get("scope") ?? "",
    isPerson: true,
    ...(nonce === null ? {} : { nonce }),
  };
  const target = redirectTarget(query);
  const redirect = query.get("redirect_uri") ?? "";
  target.searchParams.set("code", grants.authorize(grant, query.get("code_challenge") ?? "", redirect));
  target.searchParams.set("state", query.get("state") ?? "");
  return { status: 302, headers: { location: target.href } };
}

function beginDevice(grants: Grants, request: ArmRequest): ArmResponse {
  const { deviceCode, userCode } = grants.beginDevice(formOf(request));
  const page = `${request.linkOrigin}${root}/oauth2/deviceauth`;
  const body = {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: page,
    expires_in: codeSeconds,
    interval: 1,
    message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
  };
  return { status: 200, body };
}

function answered(
  route: ((request: ArmRequest) => ArmResponse) | undefined,
  request: ArmRequest,
): ArmResponse {
  if (!route) {
    return {
      status: 404,
      body: { error: "not_found", error_description: `There is nothing at '${request.path}'.` },
    };
  }
  try {
    return route(request);
  } catch (error) {
    if (error instanceof OAuthError) {
      return error.toResponse();
    }
    throw error;
  }
}

function formOf({ form }: ArmRequest): URLSearchParams {
  if (!form) {
    throw new OAuthError("invalid_request", "AADSTS900144: The request body must be a form.");
  }
  return form;
}

/** The resource of a scope such as `https://management.azure.com//.default`. Throws {@link OAuthError} when none is asked for. */
function audienceOf(scope: string): string {
  const wanted = scope.split(" ").find((one) => /^https?:\/\/.+\/[^/]+$/.test(one));
  if (wanted === undefined) {
    throw new OAuthError("invalid_scope", `AADSTS70011: The scope '${scope}' names no resource.`);
  }
  return wanted.replace(/\/[^/]+$/, "").replace(/\/$/, "");
}

/** Where the browser goes with its code: to the program on this machine that waits for it, and nowhere else. Throws {@link OAuthError}. */
function redirectTarget(query: URLSearchParams): URL {
  const text = query.get("redirect_uri") ?? "";
  const target = URL.canParse(text) ? new URL(text) : undefined;
  if (target?.protocol !== "http:" || !["localhost", "127.0.0.1"].includes(target.hostname)) {
    throw new OAuthError("invalid_request", `AADSTS50011: The redirect URI '${text}' isn't on this machine.`);
  }
  return target;
}

const configuration = (authority: string, tenantId: string) => ({
  issuer: issuerOf(tenantId),
  authorization_endpoint: `${authority}/oauth2/authorize`,
  token_endpoint: `${authority}/oauth2/token`,
  device_authorization_endpoint: `${authority}/oauth2/devicecode`,
  jwks_uri: `${authority}/discovery/keys`,
  response_types_supported: ["code"],
  scopes_supported: ["openid", "profile", "offline_access"],
  id_token_signing_alg_values_supported: ["RS256"],
});

/** All that Microsoft Graph has here: `az role assignment list` asks it for the names of principals. */
const directoryObject = ({ objectId, name, email }: Person) => ({
  "@odata.type": "#microsoft.graph.user",
  id: objectId,
  displayName: name,
  userPrincipalName: email,
});

/** What a client is told of a cloud when all it has is the address of ARM (2015-01-01, as Azure Stack Hub answers it). */
const cloudMetadata = (origin: string) => ({
  galleryEndpoint: `${origin}/gallery`,
  graphEndpoint: `${origin}/graph`,
  portalEndpoint: origin,
  authentication: { loginEndpoint: `${origin}${root}`, audiences: [armAudience] },
});
