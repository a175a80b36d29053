import { useForms } from "../../Kit/Controls/useForms";
import { formOnUse } from "../../Kit/Screens/formOnUse";
import type { FixRow } from "./fixRow";
import { useFixes } from "./fixRunner";

const FixOnUse = formOnUse(
  "quickFix",
  async () => (await import(/* webpackChunkName: "Actions" */ "./QuickFixPanel")).QuickFixPanel,
);

/** Opens the form of a fix, which begins anew after one that has ended. */
export function useOpenFix(): (row: FixRow) => void {
  const openForm = useForms();
  const { forget } = useFixes();
  return (row) => {
    forget(row);
    openForm((close) => <FixOnUse row={row} onClose={close} />);
  };
}
