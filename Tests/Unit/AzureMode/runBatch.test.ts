import { readBatch, runBatch } from "../../../Extension/LocalPortal/AzureMode/runBatch";
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
