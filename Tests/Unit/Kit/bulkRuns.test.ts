import type { Outcome } from "../../../Client/Core/outcome";
import {
  changeBulkRuns,
  type BulkRun,
  type BulkRuns,
  type BulkRunsChange,
} from "../../../Views/Kit/Operations/bulkRuns";
import { summaryOf } from "../../../Views/Kit/Operations/useBulkRunner";

const running = (over: Partial<Extract<BulkRun, { status: "running" }>> = {}): BulkRun => ({
  status: "running",
  title: "Set 3 alerts to Resolved",
  done: 0,
  total: 3,
  isCancelled: false,
  ...over,
});
const finished = {
  status: "finished",
  title: "Set 3 alerts to Resolved",
  outcomes: [],
  titleOf: () => "Web shell",
  skipped: "",
  retry: () => undefined,
} satisfies BulkRun;
const other = { compliance: running({ title: "Other" }) };

test.each<[string, BulkRuns, BulkRunsChange, BulkRuns]>([
  [
    "start",
    other,
    { type: "start", tab: "alerts", title: "Set 3 alerts to Resolved", total: 3 },
    { ...other, alerts: running() },
  ],
  [
    "start takes the place of what was finished",
    { ...other, alerts: finished },
    { type: "start", tab: "alerts", title: "Again", total: 1 },
    { ...other, alerts: running({ title: "Again", total: 1 }) },
  ],
  [
    "progress counts what has ended since",
    { ...other, alerts: running({ done: 1 }) },
    { type: "progress", tab: "alerts", count: 2 },
    { ...other, alerts: running({ done: 3 }) },
  ],
  ["progress without a run", other, { type: "progress", tab: "alerts", count: 1 }, other],
  [
    "progress after the end",
    { alerts: finished },
    { type: "progress", tab: "alerts", count: 1 },
    { alerts: finished },
  ],
  [
    "cancel",
    { ...other, alerts: running({ done: 1 }) },
    { type: "cancel", tab: "alerts" },
    { ...other, alerts: running({ done: 1, isCancelled: true }) },
  ],
  [
    "progress after cancel stays cancelled",
    { alerts: running({ isCancelled: true }) },
    { type: "progress", tab: "alerts", count: 1 },
    { alerts: running({ isCancelled: true, done: 1 }) },
  ],
  ["cancel without a run", other, { type: "cancel", tab: "alerts" }, other],
  ["cancel after the end", { alerts: finished }, { type: "cancel", tab: "alerts" }, { alerts: finished }],
  [
    "finish",
    { ...other, alerts: running({ isCancelled: true }) },
    { type: "finish", tab: "alerts", run: finished },
    { ...other, alerts: finished },
  ],
  ["dismiss", { ...other, alerts: finished }, { type: "dismiss", tab: "alerts" }, other],
  ["dismiss of nothing", other, { type: "dismiss", tab: "alerts" }, other],
])("%s", (_, before, change, after) => {
  const copy = { ...before };
  expect(changeBulkRuns(before, change)).toEqual(after);
  expect(before).toEqual(copy);
});

const outcomes = (done: number, failed: number, notSent: number): readonly Outcome<string>[] => [
  ...Array.from({ length: done }, (): Outcome<string> => ({ item: "a", result: "done" })),
  ...Array.from({ length: failed }, (): Outcome<string> => ({
    item: "b",
    result: "failed",
    failure: { kind: "conflict", message: "Busy." },
  })),
  ...Array.from({ length: notSent }, (): Outcome<string> => ({ item: "c", result: "notSent" })),
];

test.each([
  [3, 0, 0, "3 of 3 done."],
  [1, 2, 0, "1 of 3 done. 2 failed."],
  [0, 3, 0, "0 of 3 done. 3 failed."],
  [1, 0, 2, "1 of 3 done. 2 not sent."],
  [193, 5, 2, "193 of 200 done. 5 failed. 2 not sent."],
  [0, 0, 0, "0 of 0 done."],
])("%d done, %d failed, %d not sent: %s", (done, failed, notSent, summary) => {
  expect(summaryOf(outcomes(done, failed, notSent))).toBe(summary);
});
