import type { Outcome } from "../../../Client/Core/outcome";
import type { Finding } from "../Model/findingsTab";

/** Doing the same to many findings: on its way, or what came of it. */
export type BulkRun =
  | {
      readonly status: "running";
      readonly title: string;
      readonly done: number;
      readonly total: number;
      readonly isCancelled: boolean;
    }
  | {
      readonly status: "finished";
      readonly title: string;
      readonly outcomes: readonly Outcome<Finding>[];
      readonly titleOf: (item: Finding) => string;
      /** What of the selection was left as it is, in sentences; empty: nothing. */
      readonly skipped: string;
      /** Does it again for those that failed or were not sent. */
      retry(): void;
      /** Opens what was entered again, for those; absent: nothing was entered. */
      readonly edit?: () => void;
    };

/** The newest run of each tab, by tab. */
export type BulkRuns = Readonly<Record<string, BulkRun>>;

export type BulkRunsChange =
  | { readonly type: "start"; readonly tab: string; readonly title: string; readonly total: number }
  | {
      readonly type: "progress";
      readonly tab: string;
      /** How many have ended since. */
      readonly count: number;
    }
  | { readonly type: "cancel"; readonly tab: string }
  | { readonly type: "finish"; readonly tab: string; readonly run: Extract<BulkRun, { status: "finished" }> }
  | { readonly type: "dismiss"; readonly tab: string };

export function changeBulkRuns(runs: BulkRuns, change: BulkRunsChange): BulkRuns {
  const { tab } = change;
  const run = runs[tab];
  switch (change.type) {
    case "start": {
      const { title, total } = change;
      return { ...runs, [tab]: { status: "running", title, total, done: 0, isCancelled: false } };
    }
    case "progress":
      return run?.status === "running" ? { ...runs, [tab]: { ...run, done: run.done + change.count } } : runs;
    case "cancel":
      return run?.status === "running" ? { ...runs, [tab]: { ...run, isCancelled: true } } : runs;
    case "finish":
      return { ...runs, [tab]: change.run };
    case "dismiss": {
      const { [tab]: _, ...others } = runs;
      return others;
    }
  }
}
