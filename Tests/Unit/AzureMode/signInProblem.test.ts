import { AzureCliCredential, AzurePowerShellCredential } from "@azure/identity";
import { setEnvironment } from "../../Support/remoteAzure";
import { AzureProblem } from "../../../Extension/LocalPortal/AzureMode/azureProblem";
import { signInProblem } from "../../../Extension/LocalPortal/AzureMode/signInProblem";

const authority = "https://login.microsoftonline.com";
const problemOf = (message: string, errors: readonly Error[] = []) =>
  signInProblem(Object.assign(new Error(message), { errors }), authority, "t1");

test.each([
  [
    "CredentialUnavailableError: Please run 'az login' from a command prompt",
    "notSignedIn",
    /^You're not signed in\. Run `az login`, then run this again\.$/,
  ],
  [
    "AADSTS700016: Application 'x' was not found. Trace ID: 1",
    "wrongTenant",
    /is in tenant t1.*AADSTS700016/,
  ],
  ["AADSTS90002: Tenant 'x' not found.", "wrongTenant", /AADSTS90002/],
  ["AADSTS50076: Due to a configuration change", "notSignedIn", /another sign-in.*AADSTS50076/],
  ["getaddrinfo ENOTFOUND login.microsoftonline.com", "noNetwork", /login\.microsoftonline\.com: ENOTFOUND/],
])("%s", (said, kind, says) => {
  expect(problemOf(said)).toMatchObject({ kind, message: expect.stringMatching(says) as string });
});

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const encoded = Buffer.from(claims).toString("base64");
const takesNone =
  "This credential doesn't support claims challenges. To authenticate with the required claims, please run the following command:";

test.each([
  ["az login --claims-challenge x --scope y", `az login --tenant t1 --claims-challenge "${encoded}"`],
  ["Connect-AzAccount -ClaimsChallenge x", `Connect-AzAccount -Tenant t1 -ClaimsChallenge "${encoded}"`],
  ["azd auth login --scope y", "azd auth login --tenant-id t1"],
])("a tool that takes no claims says its command, which is made here: %s", (command, says) => {
  const error = Object.assign(new Error("The chain failed."), {
    errors: [new Error(`${takesNone} ${command}`)],
  });
  const { kind, message } = signInProblem(error, authority, "t1", claims);
  expect(kind).toBe("notSignedIn");
  expect(message).toContain(` Run \`${says}\`, then try again.`);
});

test("the sentence is that of the SDK that is installed", async () => {
  for (const credential of [new AzureCliCredential(), new AzurePowerShellCredential()]) {
    const said = await credential
      .getToken(`${authority}/.default`, { claims })
      .catch((error: unknown) => error);
    expect(signInProblem(said, authority, "t1", claims).message).toMatch(
      /another sign-in.*"eyJ[\w+/=]+"`, then/,
    );
  }
});

test("of a chain of credentials it is what they said that counts, not that the chain failed", () => {
  const unavailable = new Error("Please run 'Connect-AzAccount' from PowerShell to authenticate.");
  expect(problemOf("CredentialUnavailableError: az login", [unavailable]).message).toMatch(
    /^You're not signed in/,
  );
  const strange = problemOf("The chain failed.", [new Error("The disk is full.\nMore of it."), unavailable]);
  expect(strange.message).toMatch(/^You're not signed in/);
  expect(problemOf("The chain failed.", [new Error("The disk is full.\nMore of it.")]).message).toBe(
    "Azure didn't sign you in: The disk is full.",
  );
});

test.each([
  [
    "AADSTS700082: The refresh token has expired due to inactivity.",
    /^Your sign-in has expired\..*AADSTS700082/,
  ],
  ["AADSTS50173: The provided grant has expired due to it being revoked.", /^Your sign-in has expired\./],
  [
    "AADSTS7000215: Invalid client secret. Trace ID: 1 Correlation ID: 2",
    /^Azure didn't sign you in: AADSTS7000215: Invalid client secret\.$/,
  ],
  ["Azure CLI could not be found. Please visit https://aka.ms/azure-cli", /the Azure CLI isn't on the PATH/],
  ["x".repeat(5_000), /^.{300,340}$/],
])("%.40s", (said, says) => expect(problemOf(said).message).toMatch(says));

test("no token and no secret of the environment is in a problem's words", () => {
  const restore = setEnvironment({ AZURE_CLIENT_SECRET: "s3cr3t~value" });
  const { message } = new AzureProblem("unexpected", "x s3cr3t~value eyJhbGciOi.eyJhdWQi.c2ln y");
  restore();
  expect(message).toBe("x (secret) (token) y");
});
