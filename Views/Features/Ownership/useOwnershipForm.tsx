import { useForms } from "../../Kit/Controls/useForms";
import { OwnershipPanel } from "./OwnershipPanel";
import type { OwnershipRequest } from "./ownershipRequest";

/** Opens the form for owners. */
export function useOwnershipForm(): (request: OwnershipRequest) => void {
  const openForm = useForms();
  return function open(request) {
    openForm((close) => <OwnershipPanel request={request} onOpen={open} onClose={close} />);
  };
}
