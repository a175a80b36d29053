import { useForms } from "../../Kit/Controls/useForms";
import { formOnUse } from "../../Kit/Screens/formOnUse";
import type { OwnershipRequest } from "./assignmentDraft";

const OwnershipOnUse = formOnUse(
  "owners",
  async () => (await import(/* webpackChunkName: "Actions" */ "./OwnershipPanel")).OwnershipPanel,
);

/** Opens the form for owners. */
export function useOwnershipForm(): (request: OwnershipRequest) => void {
  const openForm = useForms();
  return function open(request) {
    openForm((close) => <OwnershipOnUse request={request} onOpen={open} onClose={close} />);
  };
}
