import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { clientId, clientSecret, type TokenIssuer } from "./tokenIssuer";

/** What the CLI says instead of giving a token, on its standard error; `undefined`: it gives one. Texts are the CLI's own kinds. */
export const azSays = {
  signedOut: "ERROR: Please run 'az login' to setup account.",
  expired: `ERROR: AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. Trace ID: 1 Correlation ID: 2
Interactive authentication is needed. Please run:
az login --scope https://management.core.windows.net//.default`,
  unused: `ERROR: AADSTS700082: The refresh token has expired due to inactivity. Trace ID: 1
Interactive authentication is needed. Please run:
az login`,
  secondFactor: `ERROR: AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication. Trace ID: 1
Interactive authentication is needed. Please run:
az login --scope https://management.core.windows.net//.default`,
  otherTenant: `ERROR: AADSTS50020: User account 'ada@contoso.com' from identity provider 'live.com' does not exist in tenant 'Fabrikam'. Trace ID: 1`,
  noTenant:
    "ERROR: AADSTS90002: Tenant 'x' not found. Check to make sure you have the correct tenant ID. Trace ID: 1",
  noNetwork: "ERROR: <urlopen error [Errno -2] ENOTFOUND login.microsoftonline.com>",
  broken:
    "Traceback (most recent call last):\n  File \"main.py\", line 1\nModuleNotFoundError: No module named 'azure'",
} as const;

/** A program `az` in a folder of its own, for the PATH. */
export interface StandInAz {
  readonly folder: string;
  /** What it says from now on instead of giving a token. */
  says(text: string | undefined): void;
  /** Whether it gives the same token until the next `az login`, as the CLI does for an hour. */
  remembers(isOn: boolean): void;
  /** Whether it hangs from now on: it says nothing until a person ends it, or a minute has passed. */
  hangs(isOn: boolean): void;
  /** The arguments of each call. */
  calls(): readonly string[];
  close(): void;
}

/**
 * Its tokens come from the issuer, as `az account get-access-token` prints them. `az login --claims-challenge` makes those that follow
 * have the claims. `home` is the account's own tenant, which tokens are of when none is named.
 */
export function createStandInAz(issuer: TokenIssuer, ca: string, home = "home"): StandInAz {
  const folder = mkdtempSync(path.join(tmpdir(), "az-"));
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at("says"), "");
  writeFileSync(at("hangs"), "");
  writeFileSync(at("calls"), "");
  writeFileSync(at("claims"), "");
  writeFileSync(at("remembered"), "off");
  writeFileSync(at("az.cjs"), program);
  writeFileSync(at("settings.json"), JSON.stringify({ url: issuer.url, ca, clientId, clientSecret, home }));
  writeFileSync(at("az"), `#!/bin/sh\nexec ${process.execPath} ${at("az.cjs")} "$@"\n`);
  chmodSync(at("az"), 0o755);
  return {
    folder,
    says: (text = "") => writeFileSync(at("says"), text),
    remembers: (isOn) => writeFileSync(at("remembered"), isOn ? "" : "off"),
    hangs: (isOn) => writeFileSync(at("hangs"), isOn ? "on" : ""),
    calls: () => readFileSync(at("calls"), "utf8").split("\n").filter(Boolean),
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Runs in a process of its own, as the CLI does. */
const program = `const { appendFileSync, readFileSync, writeFileSync } = require("node:fs");
const { request } = require("node:https");
const read = (name) => readFileSync(__dirname + "/" + name, "utf8");
const given = process.argv.slice(2);
const remember = (text) => read("remembered") === "off" || writeFileSync(__dirname + "/remembered", text);
appendFileSync(__dirname + "/calls", given.join(" ") + "\\n");
if (read("hangs")) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000);
  process.exit(1);
}
const said = read("says");
if (said) {
  console.error(said);
  process.exit(1);
}
const option = (name) => given[given.indexOf(name) + 1];
if (given[0] === "login") {
  writeFileSync(__dirname + "/claims", given.includes("--claims-challenge") ? Buffer.from(option("--claims-challenge"), "base64") : "");
  remember("");
  process.exit(0);
}
if (!["off", ""].includes(read("remembered"))) {
  console.log(read("remembered"));
  process.exit(0);
}
const { url, ca, clientId, clientSecret, home } = JSON.parse(read("settings.json"));
const tenant = given.includes("--tenant") ? option("--tenant") : home;
const form = new URLSearchParams({
  grant_type: "client_credentials",
  client_id: clientId,
  client_secret: clientSecret,
  scope: option("--resource").replace(/\\/$/, "") + "/.default",
  ...(read("claims") ? { claims: read("claims") } : {}),
}).toString();
const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": form.length };
const asked = request(url + "/" + tenant + "/oauth2/v2.0/token", { method: "POST", ca, headers }, (answer) => {
  let text = "";
  answer.on("data", (part) => (text += part));
  answer.on("end", () => {
    const { access_token: accessToken, expires_in: lasts } = JSON.parse(text);
    const expires = Math.floor(Date.now() / 1000) + lasts;
    const printed = JSON.stringify({ accessToken, expires_on: expires, tenant, tokenType: "Bearer" });
    remember(printed);
    console.log(printed);
  });
});
asked.end(form);
`;
