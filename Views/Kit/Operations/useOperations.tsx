import { notifyManager, useMutation, useQueryClient } from "@tanstack/react-query";
import { createContext, useEffect, useReducer, useRef, type ReactNode } from "react";
import { type Outcome, runItems } from "../../../Client/Core/runItems";
import { useConfirm } from "../Controls/useConfirm";
import { usePage } from "../Session/dashboardContext";
import { permissionsKey } from "../Session/permissionsQuery";
import { collectArrivals } from "./collectArrivals";
import { leftOf, type AnyRun, type Operation, type Run, type RunTold } from "./operation";
import { refuseWithoutRights } from "./rights";
import { changeRuns, type Runs } from "./runs";
import { tellOf, unheard } from "./tellOf";
import { useHeldRuns, type HeldRun } from "./useHeldRuns";
import { useProvided } from "../Controls/useProvided";

/** Something to run: what `operation.ts` says of it, and what it is about. */
interface Task {
  readonly key: string;
  readonly run: AnyRun;
  /** Whether another operation tells the portal of it. */
  readonly isPart: boolean;
  /** Whether it begins when what is in progress of its key has ended; it doesn't begin at all otherwise. */
  readonly waits?: true;
}

interface UnderWay {
  readonly controller: AbortController;
  readonly ended: Promise<unknown>;
}

interface Operations {
  readonly runs: Runs;
  /** Those that can still be taken back, in the order in which they were chosen. */
  readonly held: readonly HeldRun[];
  start(key: string, run: AnyRun): void;
  /** Starts it in five seconds, unless it's taken back before. */
  hold(key: string, run: AnyRun): void;
  takeBack(id: number): void;
  cancel(key: string): void;
  /** Forgets a run that has ended. */
  dismiss(key: string): void;
}

const context = createContext<Operations | undefined>(undefined);

/** Runs operations, also after the form or button that started them is gone. When the page closes, nothing more is sent. */
export function OperationsProvider({ children }: { readonly children: ReactNode }) {
  const dependencies = usePage();
  const { cluster, host, services } = dependencies;
  const queries = useQueryClient();
  const [runs, dispatch] = useReducer(changeRuns, {});
  const page = useRef({ isOpen: true, underWay: new Map<string, UnderWay>() });
  useEffect(() => {
    const { current } = page;
    current.isOpen = true;
    return () => {
      current.isOpen = false;
      current.underWay.forEach(({ controller }) => controller.abort());
    };
  }, []);
  const show: typeof dispatch = (change) => {
    if (page.current.isOpen) {
      dispatch(change);
    }
  };

  const perform = async (task: Task): Promise<AnyRun | undefined> => {
    const { underWay } = page.current;
    while (task.waits && underWay.has(task.key)) {
      await underWay.get(task.key)?.ended;
    }
    // What is on screen follows a press by a moment: a second press finds this.
    if (underWay.has(task.key) || !page.current.isOpen) {
      return undefined;
    }
    const controller = new AbortController();
    const ended = Promise.resolve().then(() => performNow(task, controller.signal));
    underWay.set(task.key, { controller, ended });
    return ended;
  };

  const performNow = async ({ key, run, isPart }: Task, signal: AbortSignal): Promise<AnyRun> => {
    const { underWay } = page.current;
    const { operation, input, items, earlier } = run;
    show({ type: "start", key, run });
    const telling = tellOf(run, isPart ? unheard : host);
    let last: unknown;
    const tell = (progress: unknown) => {
      last = progress;
      telling.progress(progress);
      show({ type: "progress", key, progress });
    };
    const runPart = <I, T, R, P>(part: Operation<I, T, R, P>, partKey: string, partInput: I) =>
      mutateAsync({ key: partKey, run: newRun(part, partInput), isPart: true }) as Promise<
        Run<I, T, R, P> | undefined
      >; // It ends as it began.
    const arrivals = collectArrivals<Outcome<unknown>>((arrived) => {
      const done = arrived.filter(({ result }) => result === "done").map(({ item }) => item);
      notifyManager.batch(() => {
        telling.attempt(() => operation.overlay?.(done, { ...dependencies, queries, input }));
        show({ type: "outcomes", key, outcomes: arrived });
      });
    });
    const outcomes = await runItems({
      items,
      concurrency: operation.concurrency ?? 1,
      stopsAtFailure: operation.stopsAtFailure ?? false,
      signal,
      act: async (item) => {
        refuseWithoutRights(operation.rights?.(input, cluster) ?? [], queries, services);
        const before = earlier.filter((outcome) => outcome.item === item).at(-1);
        return operation.run(item, { ...dependencies, queries, input, signal, before, tell, runPart });
      },
      onOutcome: arrivals.add,
    });
    arrivals.flush();
    underWay.delete(key);
    const ended = telling.end({ ...run, status: "ended", outcomes, progress: last });
    show({ type: "end", key, run: ended });
    const isTold = telling.attempt(() => page.current.isOpen && run.told.onEnd?.(ended));
    if (!isTold) {
      show({ type: "end", key, run: telling.end(ended) });
    }
    return ended;
  };

  const { mutate, mutateAsync } = useMutation({
    mutationFn: perform,
    // Nothing that may have been written is written again by itself, now or when the browser is online again.
    retry: false,
    networkMode: "always",
    onSettled(ended, _, { run: { operation, input } }) {
      if (ended && page.current.isOpen) {
        if (ended.outcomes.some(isForbidden)) {
          // Rights that are thought to be held, or to lack, may have changed since they were read.
          void queries.invalidateQueries({ queryKey: [permissionsKey] });
        }
        if (operation.isFeltElsewhere) {
          host.announceChange();
        }
        // Once the forms have closed: React 17 warns of news for what is gone.
        notifyManager.schedule(() =>
          operation.outdated?.(input).forEach((filters) => void queries.invalidateQueries(filters)),
        );
      }
    },
  });

  const holding = useHeldRuns(host, (key, run) => mutate({ key, run, isPart: false, waits: true }));
  const operations: Operations = {
    runs,
    ...holding,
    start: (key, run) => mutate({ key, run, isPart: false }),
    cancel(key) {
      page.current.underWay.get(key)?.controller.abort();
      dispatch({ type: "cancel", key });
    },
    dismiss: (key) => dispatch({ type: "dismiss", key }),
  };
  return <context.Provider value={operations}>{children}</context.Provider>;
}

/** All runs of the page, for those who only show them. */
export function useRuns(): Operations & { retry(key: string): void } {
  const operations = useProvided(context);
  const { runs, start } = operations;
  return {
    ...operations,
    retry(key) {
      const run = runs[key];
      if (run?.status === "ended") {
        const items = leftOf(run);
        const { operation, input, earlier, outcomes, told } = run;
        start(key, { ...newRun(operation, input, told, items), earlier: [...earlier, ...outcomes] });
      }
    },
  };
}

/** Starts an operation and reports its progress. `key` names what is changed: only one run of it is in progress at once. */
export function useOperation<I, T, R, P>(operation: Operation<I, T, R, P>) {
  const { runs, held, start, hold, ...others } = useRuns();
  const confirm = useConfirm();
  const ask = (input: I, begin: () => void) => {
    const question = operation.question?.(input);
    if (question) {
      confirm({ ...question, onYes: begin });
    } else {
      begin();
    }
  };
  return {
    ...others,
    /** Whether it is in progress for any key. */
    isUnderWay: Object.values(runs).some((run) => run.operation === operation && run.status !== "ended"),
    runOf(key: string): Run<I, T, R, P> | undefined {
      const run = runs[key];
      return run?.operation === operation ? (run as Run<I, T, R, P>) : undefined; // Its operation says what it is of.
    },
    start(key: string, input: I, told: RunTold<I, T, R, P> = {}): void {
      ask(input, () => start(key, newRun(operation, input, told)));
    },
    /** Starts it in five seconds, unless it's taken back before. It waits for one of its key that is in progress then. */
    hold(key: string, input: I, told: RunTold<I, T, R, P> = {}): void {
      ask(input, () => hold(key, newRun(operation, input, told)));
    },
    /** Whether one that can still be taken back is about an item. */
    isHeld(isItem: (item: T) => boolean): boolean {
      return held.some(({ run }) => run.operation === operation && (run.items as readonly T[]).some(isItem)); // Its operation says what of.
    },
  };
}

function isForbidden(outcome: Outcome<unknown>): boolean {
  return outcome.result === "failed" && outcome.failure.kind === "forbidden";
}

function newRun<I, T, R, P>(
  operation: Operation<I, T, R, P>,
  input: I,
  told: RunTold<I, T, R, P> = {},
  items = operation.items(input),
): AnyRun {
  const title = operation.title(items, input);
  const run: Run<I, T, R, P> = {
    operation,
    input,
    title,
    items,
    status: "running",
    outcomes: [],
    earlier: [],
    progress: undefined,
    told,
  };
  return run;
}
