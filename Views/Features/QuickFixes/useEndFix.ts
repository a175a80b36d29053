import { withoutOverlay } from "../../../Client/Core/overlays";
import type { FixRow } from "./fixRow";
import { useFixes } from "./fixRunner";

/** Ends "fixed, waiting for re-evaluation" of a fix whose finding is proven to be gone. One that still runs goes on. */
export function useEndFix(row: FixRow | undefined): () => void {
  const { stateOf, changePending } = useFixes();
  return () => {
    if (row && stateOf(row) !== "running") {
      changePending((fixes) => withoutOverlay(fixes, row.assessmentId));
    }
  };
}
