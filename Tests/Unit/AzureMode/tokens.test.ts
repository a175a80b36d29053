import type { AccessToken } from "@azure/core-auth";
import { clouds } from "../../../Extension/LocalPortal/AzureMode/clouds";
import { createTokens } from "../../../Extension/LocalPortal/AzureMode/tokens";

const minute = 60_000;

/** A credential whose next answers are given, and a clock that is set. */
function setup(cloud = clouds.public) {
  const asked: unknown[] = [];
  const answers: (Partial<AccessToken> | Error)[] = [];
  const state = { now: 0 };
  const credential = {
    getToken(scope: string | string[], options: unknown) {
      asked.push([scope, options]);
      const answer = answers.shift() ?? new Error("No token is left.");
      return answer instanceof Error
        ? Promise.reject(answer)
        : Promise.resolve({ token: "", expiresOnTimestamp: 60 * minute, ...answer });
    },
  };
  const tokens = createTokens({ credential, cloud, tenantId: "t1", now: () => new Date(state.now) });
  return { tokens, asked, answers, state };
}

test("one token is asked for, in the tenant and for the audience of the cloud, however many wait for it", async () => {
  const { tokens, asked, answers } = setup(clouds.usgov);
  answers.push({ token: "a" });
  expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(["a", "a", "a"]);
  expect(asked).toEqual([["https://management.usgovcloudapi.net/.default", { tenantId: "t1" }]]);
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
  const { tokens, answers } = setup();
  answers.push({ token: "a" }, { token: "b" });
  await tokens.get();
  tokens.refused("z");
  expect(await tokens.get()).toBe("a");
  tokens.refused("a");
  expect(await tokens.get()).toBe("b");
});
