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
    /az login --tenant t1/,
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

test("what each credential of the chain said is said", () => {
  const { message } = problemOf("The chain failed.", [new Error("no az"), new Error("no pwsh")]);
  expect(message).toMatch(/The chain failed\. no az no pwsh/);
});

test("no token and no secret of the environment is in a problem's words", () => {
  const restore = setEnvironment({ AZURE_CLIENT_SECRET: "s3cr3t~value" });
  const { message } = new AzureProblem("unexpected", "x s3cr3t~value eyJhbGciOi.eyJhdWQi.c2ln y");
  restore();
  expect(message).toBe("x (secret) (token) y");
});
