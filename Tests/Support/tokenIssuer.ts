import { sign, type KeyObject } from "node:crypto";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { issuerOf } from "../../Extension/ArmEmulator/Server/accessToken";
import type { Certificate } from "../../Extension/LocalPortal/Sideload/certificate";

/** What the issuer does with the next requests. Tests change it as they go. */
export interface IssuerBehavior {
  /** In the token; `undefined`: what was asked for. */
  audience: string | undefined;
  lifetimeSeconds: number;
  /** By how much the issuer's clock is ahead of the machine's. */
  clockAheadSeconds: number;
  /** In the token in place of the tenant asked for. */
  tenantId: string | undefined;
  /** Entra's error instead of a token. */
  error: { readonly error: string; readonly error_description: string } | undefined;
  /** Whether claims that are asked for get into the token; otherwise they are ignored. */
  grantsClaims: boolean;
}

/** A small Entra: OpenID configuration, and tokens for client credentials. */
export interface TokenIssuer {
  readonly url: string;
  readonly behavior: IssuerBehavior;
  /** Tenants that tokens were asked of, and for which scope. */
  readonly asked: { readonly tenantId: string; readonly scope: string }[];
  /** Claims that were asked for with them, as JSON; empty: none. */
  readonly claims: string[];
  /** Tokens that were given out. */
  readonly issued: string[];
  close(): Promise<void>;
}

export const clientId = "5d1f2c3b-8f0e-4a57-9d76-0f1f6a1c2b3d";
export const clientSecret = "not-a-real-secret~for-tests-only";

export interface IssuerOptions {
  readonly certificate: Certificate;
  /** RSA; signs the tokens. */
  readonly privateKey: KeyObject;
  /** Whose tokens it gives. */
  readonly objectId: string;
}

const usual = (): IssuerBehavior => ({
  audience: undefined,
  lifetimeSeconds: 3_600,
  clockAheadSeconds: 0,
  tenantId: undefined,
  error: undefined,
  grantsClaims: true,
});

export async function startTokenIssuer(options: IssuerOptions): Promise<TokenIssuer> {
  const { certificate, privateKey, objectId } = options;
  const behavior = usual();
  const asked: TokenIssuer["asked"] = [];
  const claims: string[] = [];
  const issued: string[] = [];

  function tokenFor(tenantId: string, form: URLSearchParams) {
    const scope = form.get("scope") ?? "";
    asked.push({ tenantId, scope });
    claims.push(form.get("claims") ?? "");
    if (behavior.error) {
      return { status: 400, body: behavior.error };
    }
    const isClient = form.get("client_id") === clientId && form.get("client_secret") === clientSecret;
    if (form.get("grant_type") !== "client_credentials" || !isClient) {
      const error_description = "AADSTS7000215: Invalid client secret provided. Trace ID: 1";
      return { status: 401, body: { error: "invalid_client", error_description } };
    }
    const now = Math.floor(Date.now() / 1000) + behavior.clockAheadSeconds;
    const tid = behavior.tenantId ?? tenantId;
    const resource = (scope.split(" ").find((one) => one.endsWith("/.default")) ?? "").replace(
      "/.default",
      "",
    );
    const token = signed(privateKey, {
      aud: behavior.audience ?? resource,
      iss: issuerOf(tid),
      tid,
      // Entra grants clocks five minutes.
      nbf: now - 300,
      exp: now + behavior.lifetimeSeconds,
      oid: objectId,
      appid: clientId,
      ...(behavior.grantsClaims ? contextsIn(form.get("claims")) : {}),
      // Never two the same.
      uti: String(issued.length),
    });
    issued.push(token);
    const { lifetimeSeconds } = behavior;
    return {
      status: 200,
      body: {
        token_type: "Bearer",
        expires_in: lifetimeSeconds,
        ext_expires_in: lifetimeSeconds,
        access_token: token,
      },
    };
  }

  let url = "";
  const server = createServer(certificate, (request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += String(chunk)));
    request.on("end", () => {
      const [, tenantId = "", ...rest] = (request.url ?? "").split("?")[0]?.split("/") ?? [];
      const answer = rest.join("/").endsWith("openid-configuration")
        ? { status: 200, body: configuration(`${url}/${tenantId}`) }
        : rest.join("/") === "oauth2/v2.0/token"
          ? tokenFor(tenantId, new URLSearchParams(text))
          : { status: 404, body: { error: "not_found" } };
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`; // It listens on TCP.
  return {
    url,
    behavior,
    asked,
    claims,
    issued,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function resetIssuer({ behavior, asked, claims, issued }: TokenIssuer): void {
  Object.assign(behavior, usual());
  asked.length = 0;
  claims.length = 0;
  issued.length = 0;
}

/** The authentication context that a claims request wants, as the token has it. */
function contextsIn(text: string | null): { readonly acrs?: readonly string[] } {
  const { access_token: wanted } = JSON.parse(text ?? "{}") as {
    readonly access_token?: { readonly acrs?: { readonly value?: string } };
  };
  const context = wanted?.acrs?.value;
  return context === undefined ? {} : { acrs: [context] };
}

const configuration = (tenant: string) => ({
  issuer: `${tenant}/v2.0`,
  authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
  token_endpoint: `${tenant}/oauth2/v2.0/token`,
  jwks_uri: `${tenant}/discovery/v2.0/keys`,
});

function signed(key: KeyObject, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), key).toString("base64url")}`;
}
