import type { ArmAnswer, ArmCall } from "../../../Extension/LocalPortal/AzureMode/armTransport";
import { createAuthorizedSend } from "../../../Extension/LocalPortal/AzureMode/authorizedSend";

const wanted = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const encoded = Buffer.from(wanted).toString("base64");
const challenge = (claims: string) => ({
  "www-authenticate": `Bearer error="insufficient_claims", claims="${claims}"`,
});

/** ARM answers as told, the last answer for ever; tokens are "1", "2", … and no more than `most`. */
function setup(most: number, ...answers: readonly Partial<ArmAnswer>[]) {
  const sent: ArmCall[] = [];
  const asked: (string | undefined)[] = [];
  const state = { token: 1 };
  const send = createAuthorizedSend({
    send(call) {
      sent.push(call);
      const answer = answers[sent.length - 1] ?? answers.at(-1);
      return Promise.resolve({ status: 200, headers: {}, content: undefined, ...answer });
    },
    tokens: {
      get: () => Promise.resolve(String(state.token)),
      insteadOf(_, claims) {
        asked.push(claims);
        state.token += 1;
        return Promise.resolve(state.token > most ? undefined : String(state.token));
      },
    },
    tenantId: "t1",
  });
  return { send: (method = "GET") => send({ method, target: "/x", content: { a: 1 } }), sent, asked };
}

const tokensOf = (sent: readonly ArmCall[]) => sent.map(({ token }) => token);

test("a token that ARM does not take is replaced, once", async () => {
  const { send, sent, asked } = setup(9, { status: 401 }, { status: 200 });
  expect(await send()).toMatchObject({ status: 200 });
  expect(tokensOf(sent)).toEqual(["1", "2"]);
  expect(asked).toEqual([undefined]);
});

test.each(["GET", "PUT", "POST", "DELETE"])(
  "a challenge of a %s is answered with its claims, once",
  async (method) => {
    const { send, sent, asked } = setup(9, { status: 401, headers: challenge(encoded) }, { status: 201 });
    expect(await send(method)).toMatchObject({ status: 201 });
    expect(sent).toEqual([
      { method, target: "/x", content: { a: 1 }, token: "1" },
      { method, target: "/x", content: { a: 1 }, token: "2" },
    ]);
    expect(asked).toEqual([wanted]);
  },
);

test("only a 401 is a challenge", async () => {
  for (const status of [400, 403, 404, 500]) {
    const { send, asked } = setup(9, { status, headers: challenge(encoded) });
    expect(await send()).toMatchObject({ status });
    expect(asked).toEqual([]);
  }
});

test.each([
  ["with claims", encoded, `az login --tenant t1 --claims-challenge "${encoded}"`],
  ["with claims that can't be read", "$(reboot)", "az login --tenant t1"],
])("what is challenged for ever is sent twice, and then said: %s", async (_, claims, command) => {
  const { send, sent } = setup(9, { status: 401, headers: challenge(claims) });
  await expect(send("PUT")).rejects.toMatchObject({
    kind: "notSignedIn",
    message: `Azure asks for another sign-in before it goes on (a conditional access policy). Run \`${command}\`, then try again.`,
  });
  expect(sent).toHaveLength(2);
});

test("what no other token is there for is not sent again", async () => {
  const content = {
    error: { code: "InvalidAuthenticationToken", message: "User session has been revoked." },
  };
  const { send, sent } = setup(1, { status: 401, content });
  await expect(send()).rejects.toMatchObject({
    kind: "notSignedIn",
    message:
      "Azure doesn't accept the sign-in: InvalidAuthenticationToken: User session has been revoked. To sign in again, run `az login --tenant t1`, then try again.",
  });
  expect(sent).toHaveLength(1);
});

test("a 401 that is no JSON, with a header of a megabyte, is said too", async () => {
  const { send, sent } = setup(9, {
    status: 401,
    headers: challenge("x".repeat(1_000_000)),
    content: "<html>",
  });
  await expect(send()).rejects.toMatchObject({
    message: expect.stringMatching(/: HTTP 401 To sign/) as string,
  });
  expect(sent).toHaveLength(2);
});
