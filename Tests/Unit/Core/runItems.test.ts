import { CanceledError, FailureError, type Failure } from "../../../Client/Core/failure";
import { countOutcomes, type Outcome, runItems } from "../../../Client/Core/runItems";

interface Deferred {
  readonly promise: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

function deferred(): Deferred {
  let deferredOf: Pick<Deferred, "resolve" | "reject"> | undefined;
  const promise = new Promise<void>((resolve, reject) => (deferredOf = { resolve, reject }));
  return { promise, resolve: () => deferredOf?.resolve(), reject: (error) => deferredOf?.reject(error) };
}

/** A run whose items end only when the test says so. */
function bulkOf(items: readonly string[], concurrency: number) {
  const calls = new Map(items.map((item) => [item, deferred()]));
  const underWay = new Set<string>();
  const started: string[] = [];
  const told: Outcome<string>[] = [];
  const controller = new AbortController();
  let mostAtOnce = 0;
  const result = runItems({
    items,
    concurrency,
    signal: controller.signal,
    async act(item) {
      started.push(item);
      underWay.add(item);
      mostAtOnce = Math.max(mostAtOnce, underWay.size);
      try {
        await calls.get(item)?.promise;
      } finally {
        underWay.delete(item);
      }
    },
    onOutcome: (outcome) => void told.push(outcome),
  });
  /** Lets what has been settled have its consequences: all of them are promises. */
  const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    result,
    started,
    told,
    cancel: () => controller.abort(),
    mostAtOnce: () => mostAtOnce,
    end: (item: string) => {
      calls.get(item)?.resolve();
      return nextTurn();
    },
    fail: (item: string, error: unknown) => {
      calls.get(item)?.reject(error);
      return nextTurn();
    },
  };
}

const letters = (count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode("a".charCodeAt(0) + index));
const resultsOf = (outcomes: readonly Outcome<string>[]) =>
  outcomes.map(({ item, result }) => `${item} ${result}`);
const failure: Failure = { kind: "conflict", message: "Busy." };

test("as many as allowed are under way at once, and the next starts as soon as any ends", async () => {
  const bulk = bulkOf(letters(6), 3);
  expect(bulk.started).toEqual(["a", "b", "c"]);
  await bulk.end("b");
  expect(bulk.started).toEqual(["a", "b", "c", "d"]);
  await bulk.end("d");
  await bulk.end("c");
  expect(bulk.started).toEqual(["a", "b", "c", "d", "e", "f"]);
  await bulk.end("f");
  await bulk.end("e");
  await bulk.end("a");
  expect(resultsOf(await bulk.result)).toEqual(letters(6).map((item) => `${item} done`));
  expect(resultsOf(bulk.told)).toEqual(["b", "d", "c", "f", "e", "a"].map((item) => `${item} done`));
  expect(bulk.mostAtOnce()).toBe(3);
});

test.each([
  [1, 5, 1],
  [4, 100, 4],
  [200, 10, 10],
])("%d items, %d allowed: %d at once, and all of them are done", async (count, concurrency, expected) => {
  let underWay = 0;
  let mostAtOnce = 0;
  const items = Array.from({ length: count }, (_, index) => index);
  const outcomes = await runItems({
    items,
    concurrency,
    signal: new AbortController().signal,
    async act() {
      underWay += 1;
      mostAtOnce = Math.max(mostAtOnce, underWay);
      await Promise.resolve();
      underWay -= 1;
    },
    onOutcome: () => undefined,
  });
  expect(outcomes).toEqual(items.map((item) => ({ item, result: "done" })));
  expect(mostAtOnce).toBe(expected);
});

test("nothing to do is done at once, without a word", async () => {
  const bulk = bulkOf([], 10);
  expect(await bulk.result).toEqual([]);
  expect([bulk.started, bulk.told]).toEqual([[], []]);
});

test("one that fails has its failure and stops no one else", async () => {
  const bulk = bulkOf(letters(4), 2);
  const errors = [new FailureError(failure), new Error("No FailureError."), "not even an error"];
  await bulk.fail("a", errors[0]);
  await bulk.fail("b", errors[1]);
  await bulk.fail("d", errors[2]);
  await bulk.end("c");
  const unexpected = (message: string): Failure => ({ kind: "unexpected", message });
  expect(await bulk.result).toEqual([
    { item: "a", result: "failed", failure, error: errors[0] },
    { item: "b", result: "failed", failure: unexpected("No FailureError."), error: errors[1] },
    { item: "c", result: "done", value: undefined },
    { item: "d", result: "failed", failure: unexpected("not even an error"), error: errors[2] },
  ]);
});

test("one that throws before it has a promise is a failure too", async () => {
  const outcomes = await runItems({
    items: ["a", "b"],
    concurrency: 1,
    signal: new AbortController().signal,
    act(item) {
      if (item === "a") {
        throw new FailureError(failure);
      }
      return Promise.resolve();
    },
    onOutcome: () => undefined,
  });
  expect(resultsOf(outcomes)).toEqual(["a failed", "b done"]);
});

test("canceled: what is under way comes to its end, for better or worse; the rest is not sent", async () => {
  const bulk = bulkOf(letters(6), 3);
  await bulk.end("a");
  bulk.cancel();
  await bulk.end("b");
  await bulk.fail("c", new FailureError(failure));
  await bulk.end("d");
  expect(bulk.started).toEqual(["a", "b", "c", "d"]);
  const outcomes = await bulk.result;
  expect(resultsOf(outcomes)).toEqual(["a done", "b done", "c failed", "d done", "e notSent", "f notSent"]);
  expect(new Set(resultsOf(bulk.told))).toEqual(new Set(resultsOf(outcomes)));
  expect(bulk.told).toHaveLength(6);
});

test("canceled before it began: nothing is sent", async () => {
  const controller = new AbortController();
  controller.abort();
  const act = () => Promise.reject(new Error("This must not be sent."));
  const outcomes = await runItems({
    items: letters(3),
    concurrency: 2,
    signal: controller.signal,
    act,
    onOutcome: () => undefined,
  });
  expect(resultsOf(outcomes)).toEqual(["a notSent", "b notSent", "c notSent"]);
});

test("a call that ends as canceled has not failed", async () => {
  const bulk = bulkOf(["a"], 1);
  await bulk.fail("a", new CanceledError());
  expect(await bulk.result).toEqual([{ item: "a", result: "notSent" }]);
});

test("steps that rest on each other: nothing is sent after a failure", async () => {
  const sent: string[] = [];
  const outcomes = await runItems({
    items: letters(4),
    concurrency: 1,
    stopsAtFailure: true,
    signal: new AbortController().signal,
    act(item) {
      sent.push(item);
      return item === "b" ? Promise.reject(new FailureError(failure)) : Promise.resolve(item.toUpperCase());
    },
    onOutcome: () => undefined,
  });
  expect(resultsOf(outcomes)).toEqual(["a done", "b failed", "c notSent", "d notSent"]);
  expect(outcomes[0]).toEqual({ item: "a", result: "done", value: "A" });
  expect(sent).toEqual(["a", "b"]);
});

test("a session that has expired stops a run: what is under way comes to its end, the rest is not sent", async () => {
  const bulk = bulkOf(letters(6), 3);
  await bulk.end("a");
  await bulk.fail("b", new FailureError({ ...failure, isSignedOut: true }));
  await bulk.end("c");
  await bulk.end("d");
  expect(bulk.started).toEqual(["a", "b", "c", "d"]);
  expect(resultsOf(await bulk.result)).toEqual([
    ...["a done", "b failed", "c done", "d done"],
    ...["e notSent", "f notSent"],
  ]);
});

test("items that are equal have an outcome each", async () => {
  let call = 0;
  const outcomes = await runItems({
    items: ["same", "same", "same"],
    concurrency: 1,
    signal: new AbortController().signal,
    act() {
      call += 1;
      return call === 2 ? Promise.reject(new FailureError(failure)) : Promise.resolve();
    },
    onOutcome: () => undefined,
  });
  expect(outcomes.map(({ result }) => result)).toEqual(["done", "failed", "done"]);
});

test("outcomes are counted by their result", () => {
  const outcomes: readonly Outcome<string>[] = [
    { item: "a", result: "done", value: undefined },
    { item: "b", result: "failed", failure, error: undefined },
    { item: "c", result: "done", value: undefined },
    { item: "d", result: "notSent" },
    { item: "e", result: "done", value: undefined },
    { item: "f", result: "failed", failure, error: undefined },
  ];
  const counts = (["done", "failed", "notSent"] as const).map((result) => countOutcomes(outcomes, result));
  expect(counts).toEqual([3, 2, 1]);
  expect(countOutcomes([], "failed")).toBe(0);
});
