import { useOperation } from "../../Kit/Operations/useOperations";
import { usePage } from "../../Kit/Session/dashboardContext";
import { saveOf, savePlan } from "./planSave";
import type { SaveRequest } from "./planStepRunner";
import { useUnfinishedSave } from "./useUnfinishedSave";

/** One at a time in a pane. */
const saveKey = "planSave";

/** Saves what was reviewed, and remembers beyond the pane that it was begun. */
export function useSavePlan() {
  const { cluster } = usePage();
  const { runOf, start, retry, dismiss } = useOperation(savePlan);
  const unfinished = useUnfinishedSave();
  const run = runOf(saveKey);
  return {
    save: run && saveOf(run),
    /** When a save was begun whose end was not seen; `undefined`: none was. */
    unconfirmedSave: unfinished.begunAt,
    start(asked: Omit<SaveRequest, "cluster">) {
      start(saveKey, { ...asked, cluster }, { onEnd: unfinished.end });
      unfinished.begin();
    },
    /** Does what is not done yet. */
    retry() {
      retry(saveKey);
      unfinished.begin();
    },
    /** Forgets a save that has ended. */
    dismiss: () => dismiss(saveKey),
  };
}
