import { useReducer } from "react";
import type { Right } from "../../../Client/Core/rbac";
import { FixChangedError } from "../../../Client/QuickFixes/fixChanged";
import { lastKnown } from "../../Kit/Model/loadable";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { failedIn } from "../../Kit/Operations/operation";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { applicationOf, planOf, type FixDraft } from "./fixDraft";
import { changeFixForm, newFixForm } from "./fixForm";
import type { FixRow } from "./fixRow";
import type { FixRun } from "./fixOperation";
import { useFixes, type FixState } from "./fixRunner";
import { useCheckedRights } from "./useCheckedRights";

const none: readonly Right[] = [];

/** What the form of one fix shows, and what can be done in it. */
export function useFixForm(row: FixRow) {
  const { fix } = row;
  const { services } = useDashboard();
  const fixes = useFixes();
  const [{ opening, openedAt, draft, agreed }, dispatch] = useReducer(changeFixForm, undefined, newFixForm);
  const read = useLoadable({
    queryKey: ["liveCluster", opening],
    queryFn: ({ signal }) => services.quickFixes.readLive(fix, signal),
  });
  const run = fixes.runOf(row);
  const error = failedIn(run)?.error;
  const changed = error instanceof FixChangedError ? error.live : undefined;
  const live = changed ?? agreed ?? lastKnown(read);
  const plan = live && planOf(fix, live, draft);
  const ready = plan?.kind === "ready" ? plan : undefined;
  const state = fixes.stateOf(row);
  return {
    read,
    /** The cluster as far as it is known now; `undefined`: it is still being read, or could not be. */
    live,
    draft,
    change: (part: Partial<FixDraft>) => dispatch({ type: "enter", part }),
    plan,
    /** The plan if it can be carried out. */
    ready,
    /** Rights that it takes. */
    rights: useCheckedRights(ready?.rights ?? none),
    error,
    /** Whether what is shown is newer than what was agreed to. */
    isAnew: changed !== undefined,
    /** How far it is, in words; `undefined`: it does not run. */
    progress: fixes.progressOf(row),
    state,
    isDone: isDone(state, run, openedAt),
    /** Starts the fix, after other operations have ended if it `waits`. */
    start(waits: boolean) {
      if (live) {
        dispatch({ type: "start", seen: live });
        fixes.start(row, applicationOf(fix, { seen: live, draft, waits }));
      }
    },
  };
}

/** A fix from an earlier visit that is overdue may be tried again, one from this form not. */
function isDone(state: FixState, run: FixRun | undefined, openedAt: Date): boolean {
  return state === "waiting" || (state === "overdue" && run !== undefined && run.input.startedAt >= openedAt);
}
