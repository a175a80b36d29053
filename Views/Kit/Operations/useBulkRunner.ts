import { notifyManager } from "@tanstack/react-query";
import { createContext, useCallback, useContext, useEffect, useReducer, useRef } from "react";
import { readableLine } from "../../../Client/Core/visibleText";
import { countOutcomes, type Outcome } from "../../../Client/Core/outcome";
import { runBulk } from "../../../Client/Core/runBulk";
import { format } from "../../../Client/Core/format";
import type { Failure } from "../../../Client/Core/failure";
import type { Host, NoticeEnd } from "../../../Client/Core/host";
import { Bulk } from "./Bulk.resjson";
import { changeBulkRuns, type BulkRun, type BulkRuns } from "./bulkRuns";
import { collectArrivals } from "./collectArrivals";
import type { Finding } from "../Model/findingsTab";

/** What to do to many findings of one tab. */
interface BulkTask<T extends Finding> {
  readonly tab: string;
  readonly items: readonly T[];
  /** What is done, as a title: `Set 12 alerts to Resolved`. A retry is about fewer. */
  title(items: readonly T[]): string;
  titleOf(item: T): string;
  /** What of the selection is left as it is, in sentences that hold before and after; absent or empty: nothing. */
  readonly skipped?: string;
  act(item: T): Promise<void>;
  /** Told of each item that was done, together with those of the same batch, so that the page shows it at once. */
  onDone(item: T): void;
  /** Told of all at the end: failures stay selected. */
  onFinish(outcomes: readonly Outcome<T>[]): void;
  /** Opens what was entered again, for those that are left; absent: nothing was entered. */
  onEdit?(left: readonly T[]): void;
}

interface BulkRunner {
  readonly runs: BulkRuns;
  start<T extends Finding>(task: BulkTask<T>): void;
  cancel(tab: string): void;
  dismiss(tab: string): void;
}

/** Of the portal's calls, 20 fit into one batch; half of it leaves room for reads. */
const concurrency = 10;

/** Runs tasks for the dashboard, one per tab at a time. What is not sent yet when the dashboard closes stays unsent. */
export function useBulkRunner(host: Host): BulkRunner {
  const [runs, dispatch] = useReducer(changeBulkRuns, {});
  const controllers = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const open = controllers.current;
    return () => open.forEach((controller) => controller.abort());
  }, []);

  const start = useCallback(
    async <T extends Finding>(task: BulkTask<T>): Promise<void> => {
      const { tab, items } = task;
      const title = task.title(items);
      const controller = new AbortController();
      controllers.current.set(tab, controller);
      dispatch({ type: "start", tab, title, total: items.length });
      const notice = host.notifyPending({ title, description: Bulk.pending });
      const arrivals = collectArrivals<Outcome<T>>((arrived) => {
        notifyManager.batch(() => {
          arrived.filter(({ result }) => result === "done").forEach(({ item }) => task.onDone(item));
          dispatch({ type: "progress", tab, count: arrived.length });
        });
      });
      const outcomes = await runBulk({
        items,
        act: task.act,
        concurrency,
        signal: controller.signal,
        onOutcome: arrivals.add,
      });
      arrivals.flush();
      task.onFinish(outcomes);
      notice.complete({ title, description: reportOf(outcomes, task) }, endOf(outcomes));
      dispatch({ type: "finish", tab, run: finishedRun(task, outcomes, start) });
    },
    [host],
  );

  return {
    runs,
    start: (task) => void start(task),
    cancel(tab) {
      controllers.current.get(tab)?.abort();
      dispatch({ type: "cancel", tab });
    },
    dismiss: (tab) => dispatch({ type: "dismiss", tab }),
  };
}

function finishedRun<T extends Finding>(
  task: BulkTask<T>,
  outcomes: readonly Outcome<T>[],
  start: (task: BulkTask<T>) => Promise<void>,
): Extract<BulkRun, { status: "finished" }> {
  const left = outcomes.filter(({ result }) => result !== "done").map(({ item }) => item);
  const titles = new Map<Finding, string>(outcomes.map(({ item }) => [item, task.titleOf(item)]));
  return {
    status: "finished",
    title: task.title(task.items),
    outcomes,
    skipped: task.skipped ?? "",
    titleOf: (item) => titles.get(item) ?? item.id,
    retry: () => void start({ ...task, items: left }),
    ...(task.onEdit ? { edit: () => task.onEdit?.(left) } : {}),
  };
}

/** What happened, in one sentence. */
export function summaryOf(outcomes: readonly Outcome<unknown>[]): string {
  const [done, failed, notSent] = (["done", "failed", "notSent"] as const).map((result) =>
    countOutcomes(outcomes, result),
  );
  const parts = [
    format(Bulk.done, done ?? 0, outcomes.length),
    ...(failed ? [format(Bulk.failed, failed)] : []),
    ...(notSent ? [format(Bulk.notSent, notSent)] : []),
  ];
  return parts.join(" ");
}

/** How many failures a notification names; the page lists all. */
const mostNamed = 3;
const longestReason = 90;

/** The sums, and what went wrong with which. */
function reportOf<T extends Finding>(
  outcomes: readonly Outcome<T>[],
  { titleOf: nameOf, skipped = "" }: Pick<BulkTask<T>, "titleOf" | "skipped">,
): string {
  const failures = outcomes.flatMap((outcome) =>
    outcome.result === "failed"
      ? [format(Bulk.outcomeFailed, readableLine(nameOf(outcome.item)), reasonOf(outcome.failure))]
      : [],
  );
  const more = failures.length > mostNamed ? [format(Bulk.moreFailures, failures.length - mostNamed)] : [];
  return [summaryOf(outcomes), ...failures.slice(0, mostNamed), ...more, skipped]
    .filter((part) => part !== "")
    .join(" ");
}

/** The action that is missing says more than the sentence around it. */
function reasonOf({ missingAction, message }: Failure): string {
  const reason = missingAction ?? message;
  return reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason;
}

function endOf(outcomes: readonly Outcome<unknown>[]): NoticeEnd {
  const done = countOutcomes(outcomes, "done");
  if (done === outcomes.length) {
    return "success";
  }
  return done === 0 && countOutcomes(outcomes, "failed") > 0 ? "error" : "warning";
}

const context = createContext<BulkRunner | undefined>(undefined);

export const BulkRunnerProvider = context.Provider;

export function useBulk(): BulkRunner {
  const runner = useContext(context);
  if (!runner) {
    throw new Error("This component must be rendered inside a dashboard.");
  }
  return runner;
}
