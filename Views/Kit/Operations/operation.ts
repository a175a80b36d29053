import type { InvalidateQueryFilters, QueryClient } from "@tanstack/react-query";
import type { Failure } from "../../../Client/Core/failure";
import type { NoticeEnd } from "../../../Client/Core/host";
import type { Outcome } from "../../../Client/Core/runItems";
import type { ClusterScope } from "../../../Client/Core/clusterScope";
import type { PageDependencies } from "../Session/dashboardContext";
import type { NeededRights } from "./rights";

/** Of the portal's calls, 20 fit into one batch; half of it leaves room for reads. */
export const bulkConcurrency = 10;

/** What an operation has while it runs. */
export interface OperationContext<Input, Item, Progress = never, Result = unknown> extends PageDependencies {
  readonly input: Input;
  readonly queries: QueryClient;
  /**
   * Aborts when the run is canceled or the page closes. Only for reading and watching: a write that was sent finishes, since the
   * effect of an aborted write is unknown.
   */
  readonly signal: AbortSignal;
  /** How the item ended in the try before this one; `undefined`: this is the first. */
  readonly before: Outcome<Item, Result> | undefined;
  /** Says how far it is, on the page and in the notification. */
  tell(progress: Progress): void;
  /** Runs another operation as a part of this one, without a notification of its own. `undefined`: what it is about runs already. */
  runPart<I, T, R, P>(
    operation: Operation<I, T, R, P>,
    key: string,
    input: I,
  ): Promise<Run<I, T, R, P> | undefined>;
}

/**
 * Something that changes Azure, as data, in the order of its stages: plan, may I, confirm, run, show what was done, notify, read again.
 * `useOperations.tsx` runs all of them; only a few have to be given.
 */
export interface Operation<Input, Item, Result = void, Progress = never> {
  // Plan.
  items(input: Input): readonly Item[];
  /** What is done, as a title: `Set 12 alerts to Resolved`. A retry is about fewer. */
  title(items: readonly Item[], input: Input): string;
  /** What an item is called among others; absent: there is only one. */
  titleOf?(item: Item): string;
  /** What of the input is left as it is, in sentences that hold before and after; absent or empty: nothing. */
  skipped?(input: Input): string;

  // May I.
  /** What it takes; a button asks with `usePermission` and the same function why it is disabled. Absent: the service alone decides. */
  rights?(input: Input, cluster: ClusterScope): NeededRights;

  // Confirm.
  /** What should be agreed to first; absent or `undefined`: nothing. */
  question?(
    input: Input,
  ): { readonly title: string; readonly text: string; readonly yes: string } | undefined;

  // Run.
  /** How many items are in progress at once; absent: one. */
  readonly concurrency?: number;
  /** Whether items rest on those before them, so that nothing is sent after a failure. An expired session always stops a run. */
  readonly stopsAtFailure?: boolean;
  /** Does it for one item. Called once for each: nothing that may have been written is repeated by itself. */
  run(item: Item, context: OperationContext<Input, Item, Progress, Result>): Promise<Result>;
  /** Whether a result leaves nothing to do; absent: it does. */
  isWhole?(result: Result): boolean;

  // Overlay.
  /**
   * Lays what was done over what was read, the items of one batch together, as lists lag behind. Services do so with what is
   * read later (`Client/Core/overlays.ts`). Absent: nothing is shown before it is read again.
   */
  overlay?(
    items: readonly Item[],
    context: Pick<OperationContext<Input, Item>, "input" | "queries" | "services">,
  ): void;

  // Notify, once.
  /** What the notification says until there is more to say. */
  begins(input: Input): string;
  progressText?(progress: Progress): string;
  /** What the notification says at the end; absent: the sums, and why which items failed. */
  end?(run: Run<Input, Item, Result, Progress>): RunEnd;

  // Read again.
  /** What is to be read again, also after a failure: an unanswered write may have been done. Absent: nothing. */
  outdated?(input: Input): readonly InvalidateQueryFilters[];
  /** Whether other views of the extension have to read again too. */
  readonly isFeltElsewhere?: boolean;
}

export interface RunEnd {
  readonly text: string;
  readonly end: NoticeEnd;
}

/** An operation on its way, or what came of it. */
export interface Run<Input, Item, Result = unknown, Progress = unknown> {
  readonly operation: Operation<Input, Item, Result, Progress>;
  readonly input: Input;
  readonly title: string;
  readonly items: readonly Item[];
  readonly status: "running" | "canceling" | "ended";
  /** Of items that have ended, in the order in which they did; of all items in their own order once the run has ended. */
  readonly outcomes: readonly Outcome<Item, Result>[];
  /** Outcomes of the tries before this one, the newest last. */
  readonly earlier: readonly Outcome<Item, Result>[];
  /** What was said last; `undefined`: nothing yet. */
  readonly progress: Progress | undefined;
  readonly told: RunTold<Input, Item, Result, Progress>;
  /** What went wrong in the page itself after items were sent; absent: nothing. */
  readonly fault?: RunFault;
}

/** An error of the page. What was sent isn't undone by it. */
export interface RunFault {
  readonly failure: Failure;
  readonly error: unknown;
}

/** What those who start a run may want to know of it, as long as the page is open. */
export interface RunTold<Input, Item, Result = unknown, Progress = unknown> {
  /** Told at the end of each try. */
  onEnd?(run: Run<Input, Item, Result, Progress>): void;
  /** Told when it's agreed to and held. */
  onHold?(): void;
  /** Told when it's taken back while it's held: nothing was sent. */
  onTakenBack?(): void;
  /** Opens what was entered again, for the items that are left; absent: nothing was entered. */
  onEdit?(left: readonly Item[]): void;
}

export type AnyRun = Run<unknown, unknown>;

/** The items that a retry is about: those that failed, were not sent, or are done in part. */
export function leftOf<I, T, R, P>({ operation, outcomes }: Run<I, T, R, P>): readonly T[] {
  const isWhole = (outcome: Outcome<T, R>) =>
    outcome.result === "done" && (operation.isWhole?.(outcome.value) ?? true);
  return outcomes.filter((outcome) => !isWhole(outcome)).map(({ item }) => item);
}

/** Why the only item, or the first one that did, failed, or else the page itself; `undefined`: nothing did. */
export function failedIn<I, T, R, P>(run: Run<I, T, R, P> | undefined): RunFault | undefined {
  return run?.outcomes.find((outcome) => outcome.result === "failed") ?? run?.fault;
}
