import { useEffect, type RefObject } from "react";
import type { GridHandle } from "../Grid/useGridKeyboard";
import type { Finding } from "../Model/findingsTab";
import type { ShownFindings } from "./useShownFindings";

/** A refresh may end what is open; the focus that was in its panel goes to the grid. */
export function useCloseWhenGone<T extends Finding>(
  { view: { open }, all, change }: ShownFindings<T>,
  isComplete: boolean,
  grid: RefObject<GridHandle>,
): void {
  const isGone = open !== undefined && isComplete && !all.some(({ id }) => id === open);
  useEffect(() => {
    if (isGone && open !== undefined) {
      change({ type: "gone", id: open });
      if (document.activeElement === document.body) {
        grid.current?.focusRow("");
      }
    }
  }, [isGone, open, change, grid]);
}
