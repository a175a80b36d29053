import { readFaultOrders } from "../../../Extension/ArmEmulator/Server/namedFaults";
import { drillRead, drillWrite, readFaults, writeFaults, type Verdict } from "../../Drill/drill";
import { openDrillPage, type DrillPage } from "../../Drill/drillPage";
import { reads } from "../../Drill/reads";
import { messagesOf, tableOf } from "../../Drill/table";
import { writes } from "../../Drill/writes";

/** Every sixth of the drill's cases, each source and each fault among them. `npm run drill` has all. */
const share = 6;
const some = <T, F>(sources: readonly T[], faults: readonly F[]) =>
  sources.flatMap((source, row) =>
    faults.flatMap((fault, column) => ((row + column) % share === 0 ? [[source, fault] as const] : [])),
  );

let page: DrillPage;
beforeEach(async () => {
  page = await openDrillPage();
});
afterEach(() => page.close());

const wrong = (verdicts: readonly Verdict[]) => tableOf(verdicts, []).filter((line) => /^X /.test(line));

test("no source that failed looks as if it hadn't, and each recovers", async () => {
  const verdicts: Verdict[] = [];
  for (const [read, fault] of some(reads, readFaults)) {
    verdicts.push(await drillRead(page, read, fault));
  }
  expect(wrong(verdicts)).toEqual([]);
  expect(new Set(verdicts.map(({ source }) => source)).size).toBe(reads.length);
  expect(new Set(verdicts.map(({ fault }) => fault)).size).toBe(readFaults.length);
});

test("no write is sent again that may have been carried out", async () => {
  const verdicts: Verdict[] = [];
  for (const [write, fault] of some(writes, writeFaults)) {
    verdicts.push(await drillWrite(page, write, fault));
  }
  expect(wrong(verdicts)).toEqual([]);
  expect(new Set(verdicts.map(({ source }) => source)).size).toBe(writes.length);
});

test.each([
  ["cluster", "preconditionFailed", /cluster has changed since it was read. The fix wasn't applied/],
  ["owner", "wrongShape", /didn't confirm the assignment/],
  ["rule", "wrongShape", /didn't confirm the rule/],
] as const)("%s, %s: said as it is, with the request where there is one", async (source, fault, message) => {
  const write = writes.find((one) => one.source === source);
  const verdict = write && (await drillWrite(page, write, fault));
  expect(verdict?.problems).toEqual([]);
  expect(verdict?.failure?.message).toMatch(message);
});

test("a source that fails with another one is noticed", async () => {
  const [read] = reads;
  const verdict = read && (await drillRead(page, read, "forbidden", read));
  expect(verdict?.problems).toEqual([expect.stringMatching(/^alerts fails too: /)]);
});

test("a source that takes a failure for nothing found is noticed", async () => {
  const [read, other] = reads;
  const calm = { source: "calm", commandNames: read?.commandNames ?? [], read: () => Promise.resolve([]) };
  const verdict = await drillRead(page, calm, "serverError", other);
  expect(verdict.problems).toEqual(["looks like a success"]);
  expect(wrong([verdict])).toEqual(["X calm, serverError: looks like a success"]);
  expect(messagesOf([verdict])).toEqual(["serverError: (nothing is wrong) (calm)"]);
});

test("a write that is sent twice is noticed", async () => {
  const [write] = writes;
  const twice = {
    source: "twice",
    commandNames: write?.commandNames ?? [],
    prepare: async (...asked: Parameters<NonNullable<typeof write>["prepare"]>) => {
      const act = await write?.prepare(...asked);
      return async () => {
        await act?.().catch(() => undefined);
        await act?.();
      };
    },
  };
  expect((await drillWrite(page, twice, "serverError")).problems).toEqual(["was sent 2 times"]);
});

test.each([
  [{}, /must be a list/],
  [[{}], /needs the property 'fault'/],
  [[{ fault: "constructor" }], /'fault' isn't one\. Faults: forbidden,/],
  [[{ fault: "html", times: 0 }], /'times' isn't one/],
  [[{ fault: "html", toString: "x" }], /'toString' isn't one/],
  [[{ fault: "html", commandNames: "x" }], /'commandNames' isn't one/],
])("a list of faults that is %j is refused", (body, message) => {
  expect(() => readFaultOrders(body)).toThrow(message);
});

test("faults are switched by HTTP only with a token, and what is refused changes nothing", async () => {
  await page.switchTo([{ fault: "html", times: 2 }]);
  await expect(page.switchTo([{ fault: "nothing" as never }])).rejects.toThrow("The faults were refused");
  const tell = (method: string, token?: string) =>
    page.send({ method, target: "/emulator/faults", ...(token === undefined ? {} : { token }) });
  expect((await tell("DELETE")).status).toBe(401);
  expect((await tell("POST", page.emulator.token)).status).toBe(405);
  const { content } = await tell("GET", page.emulator.token);
  expect(content).toMatchObject({ faults: [{ fault: "html", times: 2 }], names: readFaults });
  expect((await tell("DELETE", page.emulator.token)).content).toMatchObject({ faults: [] });
});
