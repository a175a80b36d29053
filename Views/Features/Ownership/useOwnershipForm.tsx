import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import { OwnershipPanel } from "./OwnershipPanel";
import type { OwnershipRequest } from "./ownershipRequest";

type Open = (request: OwnershipRequest) => void;

const context = createContext<Open | undefined>(undefined);

/** Keeps the form for owners open, even when the button that opened it disappears. */
export function OwnershipFormProvider({ children }: { readonly children: ReactNode }) {
  const [request, setRequest] = useState<OwnershipRequest>();
  const open = useCallback<Open>((next) => setRequest(next), []);
  return (
    <context.Provider value={open}>
      {children}
      {request && (
        <OwnershipPanel request={request} onOpen={setRequest} onClose={() => setRequest(undefined)} />
      )}
    </context.Provider>
  );
}

/** Opens the form for owners. */
export function useOwnershipForm(): Open {
  const open = useContext(context);
  if (!open) {
    throw new Error("This component must be rendered inside a dashboard.");
  }
  return open;
}
