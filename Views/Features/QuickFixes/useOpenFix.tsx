import { useForms } from "../../Kit/Controls/useForms";
import type { FixRow } from "./fixRow";
import { useFixes } from "./fixRunner";
import { QuickFixPanel } from "./QuickFixPanel";

/** Opens the form of a fix, which begins anew after one that has ended. */
export function useOpenFix(): (row: FixRow) => void {
  const openForm = useForms();
  const { forget } = useFixes();
  return (row) => {
    forget(row);
    openForm((close) => <QuickFixPanel row={row} onClose={close} />);
  };
}
