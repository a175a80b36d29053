import { createBatchAnswer, readBatch, runBatch } from "../../../Extension/LocalPortal/Gate/runBatch";
import type { WireRequest, WireResponse } from "../../../Extension/PortalSdk/portalHost";

const item = (name: number): WireRequest => ({
  httpMethod: "GET",
  url: "/x",
  name: String(name),
  requestHeaderDetails: { commandName: "x" },
});
const items = (count: number) => Array.from({ length: count }, (_, index) => item(index));
const answerTo = ({ name }: WireRequest): WireResponse => ({
  name,
  httpStatusCode: 200,
  headers: {},
  content: null,
});

test("six calls at once, and answers in the order asked", async () => {
  let running = 0;
  let most = 0;
  const answers = await runBatch(
    items(20),
    async (request) => {
      running += 1;
      most = Math.max(most, running);
      // The later ones are answered sooner.
      for (let turn = Number(request.name); turn < 20; turn += 1) {
        await Promise.resolve();
      }
      running -= 1;
      return answerTo(request);
    },
    new AbortController().signal,
  );
  expect(most).toBe(6);
  expect(answers.map(({ name }) => Number(name))).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

test("an aborted batch sends nothing more", async () => {
  const gone = new AbortController();
  const sent: string[] = [];
  const run = runBatch(
    items(20),
    (request) => {
      sent.push(request.name);
      gone.abort();
      return Promise.resolve(answerTo(request));
    },
    gone.signal,
  );
  await expect(run).rejects.toMatchObject({ name: "AbortError" });
  expect(sent).toEqual(["0"]);
});

test.each([
  ["nothing", undefined],
  ["no list", { requests: {} }],
  ["more than 20", { requests: items(21) }],
  ["an item without an address", { requests: [{ ...item(1), url: undefined }] }],
  ["an item without a command name", { requests: [{ ...item(1), requestHeaderDetails: {} }] }],
  ["headers that are no lists", { requests: [{ ...item(1), requestHeaderDictionary: { a: "b" } }] }],
  ["null", { requests: [null] }],
])("%s is no batch", (_, body) => {
  expect(readBatch(body)).toBeUndefined();
});

test("up to 20 items are one", () => {
  expect(readBatch({ requests: items(20) })).toHaveLength(20);
});

test("an item that cannot be carried out is answered with why, and its neighbors with what they got", async () => {
  const answers = await runBatch(
    items(3),
    (request) =>
      request.name === "1" ? Promise.reject(new TypeError("bad header")) : Promise.resolve(answerTo(request)),
    new AbortController().signal,
  );
  expect(answers).toEqual([
    answerTo(item(0)),
    {
      ...answerTo(item(1)),
      httpStatusCode: 502,
      content: { error: { code: "BadGateway", message: "bad header" } },
    },
    answerTo(item(2)),
  ]);
});

describe("the answer to a batch", () => {
  const nested = (levels: number): unknown =>
    JSON.parse(`${'{"a":['.repeat(levels / 2)}1${"]}".repeat(levels / 2)}`);
  const { signal } = new AbortController();
  const answering = (content: unknown) =>
    createBatchAnswer((requests) =>
      Promise.resolve(
        requests.map((one) => ({ ...answerTo(one), content: one.name === "1" ? content : one.name })),
      ),
    );
  const contents = async (content: unknown) => {
    const { text } = await answering(content)(JSON.stringify({ requests: items(3) }), signal);
    return (JSON.parse(text) as { readonly responses: readonly WireResponse[] }).responses.map(
      (one) => one.content,
    );
  };

  test.each([6_000, 20_000, 200_000])(
    "cuts what is nested %i levels deep, and nothing beside it",
    async (levels) => {
      const [first, deep, last] = await contents({ rows: [nested(levels), { id: "good" }] });
      expect([first, last]).toEqual(["0", "2"]);
      const { rows } = deep as { readonly rows: readonly unknown[] };
      expect(rows[1]).toEqual({ id: "good" });
      expect(JSON.stringify(rows[0])).toContain("nested deeper than");
    },
  );

  test("is whole with 200,000 elements and with 400 levels", async () => {
    const content = { rows: Array.from({ length: 200_000 }, (_, index) => ({ index })), deep: nested(400) };
    expect((await contents(content))[1]).toEqual(content);
  });

  test.each(["", "{", "[]", JSON.stringify({ requests: [1] })])(
    "to '%s' says that it is none",
    async (body) => {
      expect(await answering(0)(body, signal)).toMatchObject({ status: 400 });
    },
  );
});
