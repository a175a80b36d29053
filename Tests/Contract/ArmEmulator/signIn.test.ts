import { createHash } from "node:crypto";
import type { SignInBehavior } from "../../../Extension/ArmEmulator/SignIn/signIn";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, start } from "./plainHttp";

const resource = "https://management.azure.com";
const scope = `${resource}/.default`;

interface Signed {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly error?: string;
  readonly error_description?: string;
}

let clock = Date.parse("2026-11-30T12:00:00Z");
const usual = (): SignInBehavior => ({ lifetimeSeconds: 3_600, refusal: undefined });
const startSignIn = (behavior = usual()) => start({ signIn: behavior, now: () => new Date(clock) });

async function post({ url }: ArmEmulator, path: string, form: Readonly<Record<string, string>>) {
  const response = await fetch(`${url}/adfs/oauth2/${path}`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  return { status: response.status, text, body: (isJson ? JSON.parse(text) : {}) as Signed };
}

/** Client credentials of the emulator's service principal, with changes. */
const credentials = ({ client }: ArmEmulator, changes: Readonly<Record<string, string>> = {}) => ({
  grant_type: "client_credentials",
  client_id: client?.id ?? "",
  client_secret: client?.secret ?? "",
  scope,
  ...changes,
});

function claimsOf(token: string | undefined): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(token?.split(".")[1] ?? "", "base64url").toString()) as Readonly<
    Record<string, unknown>
  >;
}

const clusters = ({ world }: ArmEmulator) =>
  `/subscriptions/${world.subscriptionId}/providers/Microsoft.ContainerService/managedClusters?api-version=2026-01-01`;

/** What ARM says to a token. */
const statusWith = async (emulator: ArmEmulator, token: string | undefined) =>
  (await call({ ...emulator, token: token ?? "" }, clusters(emulator))).status;

test("a service principal signs in, and ARM takes its token and no other", async () => {
  const emulator = await startSignIn();
  const { status, body } = await post(emulator, "token", credentials(emulator));
  expect(status).toBe(200);
  expect(claimsOf(body.access_token)).toMatchObject({
    aud: resource,
    tid: emulator.world.tenantId,
    oid: emulator.world.engineer.objectId,
    appid: emulator.client?.id,
  });
  expect(body).not.toHaveProperty("refresh_token");
  // Programs get it behind an option: it must not look like one.
  expect(emulator.client?.secret).toMatch(/^[0-9a-f]{48}$/);
  expect(await statusWith(emulator, body.access_token)).toBe(200);
  expect(await statusWith(emulator, emulator.token)).toBe(200);
  const [header, payload] = (body.access_token ?? "").split(".");
  expect(await statusWith(emulator, `${header}.${payload}.`)).toBe(401);
  const other = await startSignIn();
  expect(await statusWith(emulator, other.token)).toBe(401);
});

test.each<readonly [string, Readonly<Record<string, string>>, string]>([
  ["a wrong secret", { client_secret: "guess" }, "AADSTS7000215"],
  ["another application", { client_id: "00000000-0000-0000-0000-000000000000" }, "AADSTS700016"],
  ["no scope", { scope: "" }, "AADSTS900144"],
  ["a scope that names no resource", { scope: "openid" }, "AADSTS70011"],
  ["another grant", { grant_type: "password" }, "AADSTS70003"],
  ["the name of a method", { grant_type: "toString" }, "AADSTS70003"],
  ["an unknown refresh token", { grant_type: "refresh_token", refresh_token: "guess" }, "AADSTS700082"],
  ["an unknown code", { grant_type: "authorization_code", code: "guess" }, "AADSTS70008"],
])("%s is refused, and says so", async (_, changes, code) => {
  const emulator = await startSignIn();
  const { status, body } = await post(emulator, "token", credentials(emulator, changes));
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body.error_description).toContain(code);
  expect(body).not.toHaveProperty("access_token");
});

test("a device waits until the person has typed its code, gets tokens once, and refreshes them", async () => {
  const emulator = await startSignIn();
  const begun = (await post(emulator, "devicecode", { client_id: "cli", scope })).body as unknown as {
    readonly device_code: string;
    readonly user_code: string;
    readonly message: string;
  };
  expect(begun.message).toContain(begun.user_code);
  const poll = () =>
    post(emulator, "token", {
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      client_id: "cli",
      device_code: begun.device_code,
    });
  expect((await poll()).body.error).toBe("authorization_pending");
  expect(await post(emulator, "deviceauth", { code: "WRONG" })).toMatchObject({
    status: 400,
    text: expect.stringContaining('role="alert"') as string,
  });
  expect((await post(emulator, "deviceauth", { code: begun.user_code.toLowerCase() })).text).toContain(
    "signed in",
  );
  const { body } = await poll();
  expect(claimsOf(body.id_token)).toMatchObject({ aud: "cli", upn: emulator.world.engineer.email });
  expect(await statusWith(emulator, body.access_token)).toBe(200);
  expect((await poll()).body.error).toBe("expired_token");
  const refreshed = await post(emulator, "token", {
    grant_type: "refresh_token",
    client_id: "cli",
    refresh_token: body.refresh_token ?? "",
    scope: "https://vault.azure.net/.default",
  });
  expect(claimsOf(refreshed.body.access_token)).toMatchObject({ aud: "https://vault.azure.net" });
  const byOther = await post(emulator, "token", {
    grant_type: "refresh_token",
    client_id: "other",
    refresh_token: body.refresh_token ?? "",
  });
  expect(byOther.body.error).toBe("invalid_grant");
  expect(await statusWith(emulator, refreshed.body.access_token)).toBe(401);
});

test("a device code ends after 15 minutes", async () => {
  const emulator = await startSignIn();
  const begun = (await post(emulator, "devicecode", { client_id: "cli", scope })).body as unknown as {
    readonly device_code: string;
    readonly user_code: string;
  };
  clock += 15 * 60_000;
  expect((await post(emulator, "deviceauth", { code: begun.user_code })).status).toBe(400);
  const answer = await post(emulator, "token", {
    grant_type: "urn:ietf:params:oauth:grant-type:device_code",
    device_code: begun.device_code,
  });
  expect(answer.body.error).toBe("expired_token");
});

const verifier = "a-verifier-of-enough-characters-for-the-challenge";
const challenge = createHash("sha256").update(verifier).digest("base64url");

/** Where a browser is sent that opens the authorization endpoint. */
async function authorize({ url }: ArmEmulator, redirect: string) {
  const query = new URLSearchParams({
    client_id: "cli",
    scope,
    redirect_uri: redirect,
    state: "kept",
    nonce: "once",
    code_challenge: challenge,
  });
  return fetch(`${url}/adfs/oauth2/authorize?${query.toString()}`, { redirect: "manual" });
}

test("a browser takes a code back to this machine, which is good once and for its verifier", async () => {
  const emulator = await startSignIn();
  const codeOf = async () => {
    const location = new URL(
      (await authorize(emulator, "http://localhost:8400/")).headers.get("location") ?? "",
    );
    expect(location.origin).toBe("http://localhost:8400");
    expect(location.searchParams.get("state")).toBe("kept");
    return location.searchParams.get("code") ?? "";
  };
  const redeem = (code: string, code_verifier: string, changes: Readonly<Record<string, string>> = {}) =>
    post(emulator, "token", {
      grant_type: "authorization_code",
      client_id: "cli",
      redirect_uri: "http://localhost:8400/",
      code,
      code_verifier,
      ...changes,
    });
  const code = await codeOf();
  const { body } = await redeem(code, verifier);
  expect(claimsOf(body.id_token)).toMatchObject({ nonce: "once", aud: "cli" });
  expect(await statusWith(emulator, body.access_token)).toBe(200);
  expect((await redeem(code, verifier)).body.error).toBe("invalid_grant");
  expect((await redeem(await codeOf(), "another")).body.error_description).toContain("AADSTS501481");
  for (const [field, other] of [
    ["client_id", "other"],
    ["redirect_uri", "http://localhost:1/"],
  ] as const) {
    const refused = await codeOf();
    expect((await redeem(refused, verifier, { [field]: other })).body.error).toBe("invalid_grant");
    // The attempt has used it up.
    expect((await redeem(refused, verifier)).body.error).toBe("invalid_grant");
  }
});

test.each([
  "https://evil.example/",
  "http://evil.example/",
  "http://localhost.evil.example/",
  "",
  "javascript:1",
])("no code goes to %j", async (target) => {
  const emulator = await startSignIn();
  const response = await authorize(emulator, target);
  expect(response.status).toBe(400);
  expect(response.headers.get("location")).toBeNull();
});

test("tokens end, sessions end, and what is no sign-in goes to ARM", async () => {
  const behavior = usual();
  const emulator = await startSignIn(behavior);
  const { body } = await post(emulator, "token", credentials(emulator));
  clock += 3_600_000;
  expect(await statusWith(emulator, body.access_token)).toBe(401);
  behavior.refusal = "AADSTS70043: The refresh token has expired.";
  expect((await post(emulator, "token", credentials(emulator))).body).toEqual({
    error: "invalid_grant",
    error_description: behavior.refusal,
  });
  expect((await fetch(`${emulator.url}/adfs/elsewhere`)).status).toBe(404);
  expect((await fetch(`${emulator.url}/adfsx`)).status).toBe(401);
});

test("tokens aren't kept by anything on their way", async () => {
  const emulator = await startSignIn();
  const body = new URLSearchParams(credentials(emulator));
  const response = await fetch(`${emulator.url}/adfs/oauth2/token`, { method: "POST", body });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test.each([
  ["busy", 1],
  ["cluster-only", 1],
  ["no-access", 0],
] as const)("%s: the subscription is seen by who has a role in it", async (scenario, count) => {
  const emulator = await start({ scenario, signIn: usual() });
  const { body } = await call(emulator, "/subscriptions?api-version=2022-12-01");
  expect(body.value).toHaveLength(count);
});

test("without a sign-in, the emulator has no such pages", async () => {
  const emulator = await start();
  expect(emulator.client).toBeUndefined();
  expect((await fetch(`${emulator.url}/adfs/.well-known/openid-configuration`)).status).toBe(401);
});
