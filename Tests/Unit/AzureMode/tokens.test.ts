import type { AccessToken } from "@azure/core-auth";
import { clouds } from "../../../Extension/LocalPortal/AzureMode/clouds";
import { createTokens } from "../../../Extension/LocalPortal/AzureMode/tokens";

const minute = 60_000;

/** A credential whose next answers are given, and a clock that is set. */
function setup(cloud = clouds.public) {
  const asked: unknown[] = [];
  const answers: (Partial<AccessToken> | Error)[] = [];
  const state = { now: 0, created: 0 };
  const credential = {
    getToken(scope: string | string[], options: unknown) {
      asked.push([scope, options]);
      const answer = answers.shift() ?? new Error("No token is left.");
      return answer instanceof Error
        ? Promise.reject(answer)
        : Promise.resolve({ token: "", expiresOnTimestamp: 60 * minute, ...answer });
    },
  };
  const create = () => {
    state.created += 1;
    return credential;
  };
  const tokens = createTokens({
    credential: create,
    cloud,
    tenantId: "t1",
    now: () => new Date(state.now),
  });
  return { tokens, asked, answers, state };
}

test("one token is asked for, in the tenant and for the audience of the cloud, however many wait for it", async () => {
  const { tokens, asked, answers } = setup(clouds.usgov);
  answers.push({ token: "a" });
  expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(["a", "a", "a"]);
  expect(asked).toEqual([
    ["https://management.usgovcloudapi.net/.default", { tenantId: "t1", enableCae: true }],
  ]);
});

test("five minutes before its end it is replaced", async () => {
  const { tokens, answers, state } = setup();
  answers.push({ token: "a" }, { token: "b", expiresOnTimestamp: 120 * minute });
  await tokens.get();
  state.now = 55 * minute - 1;
  expect(await tokens.get()).toBe("a");
  state.now = 55 * minute;
  expect(await tokens.get()).toBe("b");
});

test("and earlier when its issuer says so", async () => {
  const { tokens, answers, state } = setup();
  answers.push({ token: "a", refreshAfterTimestamp: 30 * minute }, { token: "b" });
  await tokens.get();
  state.now = 30 * minute;
  expect(await tokens.get()).toBe("b");
});

test("while the old one is good a failed refresh does not matter; then it is said", async () => {
  const { tokens, answers, state } = setup();
  answers.push({ token: "a" });
  await tokens.get();
  state.now = 58 * minute;
  expect(await tokens.get()).toBe("a");
  state.now = 60 * minute;
  await expect(tokens.get()).rejects.toMatchObject({
    kind: "notSignedIn",
    message: expect.stringMatching(/^Azure didn't sign you in: No token is left\.$/) as string,
  });
});

test("a token that ARM refused is not used again; another one's refusal does not matter", async () => {
  const { tokens, answers, state } = setup();
  answers.push({ token: "a" }, { token: "b" });
  await tokens.get();
  expect(await tokens.insteadOf("z")).toBe("a");
  expect(state.created).toBe(1);
  expect(await Promise.all([tokens.insteadOf("a"), tokens.insteadOf("a")])).toEqual(["b", "b"]);
  expect(await tokens.get()).toBe("b");
  // What a credential remembers of its own would be the refused one.
  expect(state.created).toBe(2);
});

test("the same token again is none, and a later refusal asks anew", async () => {
  const { tokens, answers } = setup();
  answers.push({ token: "a" }, { token: "a" }, { token: "b" });
  await tokens.get();
  expect(await tokens.insteadOf("a")).toBeUndefined();
  expect(await tokens.insteadOf("a")).toBe("b");
});

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const scope = "https://management.azure.com/.default";

test("claims are asked of the same credential, once for all calls that wait", async () => {
  const { tokens, asked, answers, state } = setup();
  answers.push({ token: "a" }, { token: "b" });
  await tokens.get();
  const two = await Promise.all([tokens.insteadOf("a", claims), tokens.insteadOf("a", claims)]);
  expect(two).toEqual(["b", "b"]);
  expect(asked.slice(1)).toEqual([[scope, { tenantId: "t1", enableCae: true, claims }]]);
  expect(state.created).toBe(1);
  expect(await tokens.get()).toBe("b");
});

const tool = new Error(
  "This credential doesn't support claims challenges. To authenticate with the required claims, please run the following command: az login --claims-challenge eyJ --scope x",
);

test("a tool that takes no claims is asked without, for the user may have signed in again since", async () => {
  const { tokens, asked, answers } = setup();
  answers.push({ token: "a" }, tool, { token: "b" });
  await tokens.get();
  expect(await tokens.insteadOf("a", claims)).toBe("b");
  expect(asked.slice(1)).toEqual([
    [scope, { tenantId: "t1", enableCae: true, claims }],
    [scope, { tenantId: "t1", enableCae: true }],
  ]);
});

test("if not, the command is said, each time, and the token is kept for what doesn't need more", async () => {
  const { tokens, answers } = setup();
  answers.push({ token: "a" }, tool, { token: "a" }, tool, tool);
  await tokens.get();
  const command = `az login --tenant t1 --claims-challenge "${Buffer.from(claims).toString("base64")}"`;
  for (let times = 0; times < 2; times += 1) {
    await expect(tokens.insteadOf("a", claims)).rejects.toMatchObject({
      kind: "notSignedIn",
      message: `Azure asks for another sign-in before it goes on (a conditional access policy). Run \`${command}\`, then try again.`,
    });
    expect(await tokens.get()).toBe("a");
  }
});
