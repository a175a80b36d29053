import {
  noPendingFixes,
  pendingFixesFromText,
  withPendingFix,
} from "../../../Client/QuickFixes/pendingFixes";
import { createPendingFixStore } from "../../../Views/Features/QuickFixes/pendingFixStore";

const at = new Date("2026-11-30T10:00:00Z");
const begun = (id: string) => (fixes: typeof noPendingFixes) =>
  withPendingFix(fixes, id, { fix: "policyAddOn", fixedAt: at, operationUrl: undefined }, at);

/** What the portal keeps, whose answers come only when the test says so, each call in its turn. */
function slowSettings() {
  let text: string | undefined;
  const waiting: (() => void)[] = [];
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve));
  const settle = async () => {
    for (let time = 0; time < 10; time += 1) {
      await Promise.resolve();
    }
  };
  return {
    settings: {
      async read() {
        const answer = text;
        await turn();
        return answer;
      },
      async write(_: string, next: string) {
        await turn();
        text = next;
      },
    },
    kept: () => [...pendingFixesFromText(text).keys()],
    /** Answers all calls, the newest first, as long as there are any. */
    async answerAll() {
      await settle();
      while (waiting.length > 0) {
        waiting.pop()?.();
        await settle();
      }
    },
  };
}

test("changes and readings in any number, with answers in any order, lose nothing", async () => {
  const { settings, kept, answerAll } = slowSettings();
  const store = createPendingFixStore(settings, "k", () => undefined);
  store.change(begun("a"));
  await Promise.resolve();
  void store.read();
  store.change(begun("b"));
  void store.read();
  void store.read();
  store.change(begun("c"));
  await answerAll();
  expect(kept()).toEqual(["a", "b", "c"]);
});

test("two pages on one storage know what the other one did, and neither takes it back", async () => {
  const { settings, kept, answerAll } = slowSettings();
  const known = [noPendingFixes, noPendingFixes];
  const [first, second] = known.map((_, index) =>
    createPendingFixStore(settings, "k", (fixes) => void (known[index] = fixes)),
  );
  first?.change(begun("a"));
  await answerAll();
  // Two messages in a row.
  void second?.read();
  void second?.read();
  await answerAll();
  expect([...(known[1]?.keys() ?? [])]).toEqual(["a"]);
  second?.change(() => noPendingFixes);
  await answerAll();
  void first?.read();
  await answerAll();
  expect(known[0]?.size).toBe(0);
  expect(kept()).toEqual([]);
});

test("what can't be kept is known to this page all the same", async () => {
  let known = noPendingFixes;
  const refuse = () => Promise.reject(new Error("Storage is off."));
  const store = createPendingFixStore({ read: refuse, write: refuse }, "k", (fixes) => void (known = fixes));
  store.change(begun("a"));
  await store.read();
  store.change(begun("b"));
  await store.read();
  expect([...known.keys()]).toEqual(["a", "b"]);
});
