import { createBatcher } from "../../../Extension/PortalSdk/batcher";
import type { WireRequest, WireResponse } from "../../../Extension/PortalSdk/portalHost";

const request = (url: string) => ({
  httpMethod: "GET",
  url,
  requestHeaderDetails: { commandName: "Test/Call" },
});

/** A portal that echoes the addresses and remembers its batches. */
function echo() {
  const batches: string[][] = [];
  const send = (requests: readonly WireRequest[]): Promise<readonly WireResponse[]> => {
    batches.push(requests.map(({ url }) => url));
    return Promise.resolve(
      requests.map(({ url, name }) => ({ name, httpStatusCode: 200, headers: {}, content: url })),
    );
  };
  return { batches, batcher: createBatcher(send) };
}

test("calls of one tick, even after several awaits, go together and are answered in order", async () => {
  const { batches, batcher } = echo();
  const late = async () => {
    await Promise.resolve();
    await Promise.resolve();
    return batcher.send(request("late"), false);
  };
  const answers = await Promise.all([
    batcher.send(request("a"), false),
    late(),
    batcher.send(request("b"), false),
  ]);
  expect(batches).toEqual([["a", "b", "late"]]);
  expect(answers.map(({ content }) => content)).toEqual(["a", "late", "b"]);
});

test("at most 20 go together", async () => {
  const { batches, batcher } = echo();
  await Promise.all(Array.from({ length: 45 }, (_, index) => batcher.send(request(String(index)), false)));
  expect(batches.map((batch) => batch.length)).toEqual([20, 20, 5]);
});

test("a call of a later tick goes by itself, and so does one that will not wait", async () => {
  const { batches, batcher } = echo();
  await batcher.send(request("first"), false);
  await Promise.all([batcher.send(request("second"), false), batcher.send(request("now"), true)]);
  expect(batches).toEqual([["first"], ["now"], ["second"]]);
});

test("when the whole batch fails, each call does", async () => {
  const batcher = createBatcher(() => Promise.reject(new Error("offline")));
  const results = await Promise.allSettled([
    batcher.send(request("a"), false),
    batcher.send(request("b"), false),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("a call that the batch left unanswered fails and names itself", async () => {
  const batcher = createBatcher(() => Promise.resolve([]));
  await expect(batcher.send(request("/subscriptions/1"), false)).rejects.toThrow("/subscriptions/1");
});
