import type { Outcome } from "../../../Client/Core/runItems";
import type { AnyRun } from "../../../Views/Kit/Operations/operation";
import { summaryOf } from "../../../Views/Kit/Operations/runEnd";
import { changeRuns, type Runs, type RunsChange } from "../../../Views/Kit/Operations/runs";

const running = (over: Partial<AnyRun> = {}): AnyRun => ({
  operation: { items: () => [], title: () => "", begins: () => "", run: () => Promise.resolve() },
  input: undefined,
  title: "Set 3 alerts to Resolved",
  items: ["a", "b", "c"],
  status: "running",
  outcomes: [],
  earlier: [],
  progress: undefined,
  told: {},
  ...over,
});
const run = running();
const again = running({ title: "Again" });
const ended = running({ ...run, status: "ended" });
const other = { compliance: running({ title: "Other" }) };
const outcome = { item: "a", result: "notSent" } as const;

test.each<[string, Runs, RunsChange, Runs]>([
  ["start", other, { type: "start", key: "alerts", run }, { ...other, alerts: run }],
  [
    "start takes the place of what has ended",
    { ...other, alerts: ended },
    { type: "start", key: "alerts", run: again },
    { ...other, alerts: again },
  ],
  [
    "outcomes join those before",
    { ...other, alerts: { ...run, outcomes: [outcome] } },
    { type: "outcomes", key: "alerts", outcomes: [outcome, outcome] },
    { ...other, alerts: { ...run, outcomes: [outcome, outcome, outcome] } },
  ],
  ["an outcome without a run", other, { type: "outcomes", key: "alerts", outcomes: [outcome] }, other],
  [
    "an outcome after the end",
    { alerts: ended },
    { type: "outcomes", key: "alerts", outcomes: [outcome] },
    { alerts: ended },
  ],
  [
    "progress takes the place of what was said before",
    { alerts: { ...run, progress: 1 } },
    { type: "progress", key: "alerts", progress: 2 },
    { alerts: { ...run, progress: 2 } },
  ],
  [
    "progress after the end",
    { alerts: ended },
    { type: "progress", key: "alerts", progress: 2 },
    { alerts: ended },
  ],
  [
    "cancel",
    { ...other, alerts: run },
    { type: "cancel", key: "alerts" },
    { ...other, alerts: { ...run, status: "canceling" } },
  ],
  [
    "an outcome after cancel stays canceled",
    { alerts: { ...run, status: "canceling" } },
    { type: "outcomes", key: "alerts", outcomes: [outcome] },
    { alerts: { ...run, status: "canceling", outcomes: [outcome] } },
  ],
  ["cancel without a run", other, { type: "cancel", key: "alerts" }, other],
  ["cancel after the end", { alerts: ended }, { type: "cancel", key: "alerts" }, { alerts: ended }],
  [
    "end",
    { ...other, alerts: { ...run, status: "canceling" } },
    { type: "end", key: "alerts", run: ended },
    { ...other, alerts: ended },
  ],
  ["dismiss", { ...other, alerts: ended }, { type: "dismiss", key: "alerts" }, other],
  ["dismiss of what runs", { alerts: run }, { type: "dismiss", key: "alerts" }, { alerts: run }],
  ["dismiss of nothing", other, { type: "dismiss", key: "alerts" }, other],
])("%s", (_, before, change, after) => {
  const copy = { ...before };
  expect(changeRuns(before, change)).toEqual(after);
  expect(before).toEqual(copy);
});

const outcomes = (done: number, failed: number, notSent: number): readonly Outcome<string>[] => [
  ...Array.from({ length: done }, (): Outcome<string> => ({ item: "a", result: "done", value: undefined })),
  ...Array.from({ length: failed }, (): Outcome<string> => ({
    item: "b",
    result: "failed",
    failure: { kind: "conflict", message: "Busy." },
    error: undefined,
  })),
  ...Array.from({ length: notSent }, (): Outcome<string> => ({ item: "c", result: "notSent" })),
];

test.each([
  [3, 0, 0, "Updated 3 of 3."],
  [1, 2, 0, "Updated 1 of 3. 2 failed."],
  [0, 3, 0, "Updated 0 of 3. 3 failed."],
  [1, 0, 2, "Updated 1 of 3. 2 not sent."],
  [193, 5, 2, "Updated 193 of 200. 5 failed. 2 not sent."],
  [0, 0, 0, "Updated 0 of 0."],
])("%d done, %d failed, %d not sent: %s", (done, failed, notSent, summary) => {
  expect(summaryOf(outcomes(done, failed, notSent))).toBe(summary);
});
