import type { Outcome } from "../../../Client/Core/runItems";
import type { AnyRun } from "./operation";

/** The newest run of each thing that is changed, by its key. */
export type Runs = Readonly<Record<string, AnyRun>>;

export type RunsChange =
  | { readonly type: "start"; readonly key: string; readonly run: AnyRun }
  | { readonly type: "outcomes"; readonly key: string; readonly outcomes: readonly Outcome<unknown>[] }
  | { readonly type: "progress"; readonly key: string; readonly progress: unknown }
  | { readonly type: "cancel"; readonly key: string }
  | { readonly type: "end"; readonly key: string; readonly run: AnyRun }
  | { readonly type: "dismiss"; readonly key: string };

export function changeRuns(runs: Runs, change: RunsChange): Runs {
  const { [change.key]: run, ...others } = runs;
  switch (change.type) {
    case "start":
    case "end":
      return { ...others, [change.key]: change.run };
    case "dismiss":
      return run && run.status !== "ended" ? runs : others;
    default:
      return run && run.status !== "ended" ? { ...others, [change.key]: onTheWay(run, change) } : runs;
  }
}

function onTheWay(
  run: AnyRun,
  change: Exclude<RunsChange, { readonly type: "start" | "end" | "dismiss" }>,
): AnyRun {
  switch (change.type) {
    case "outcomes":
      return { ...run, outcomes: [...run.outcomes, ...change.outcomes] };
    case "progress":
      return { ...run, progress: change.progress };
    case "cancel":
      return { ...run, status: "canceling" };
  }
}
