import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import type { PolicyDefinition } from "../../../Client/Policy/policyDefinition";
import { PolicyPanel } from "./PolicyPanel";

type Open = (definition: PolicyDefinition) => void;

const context = createContext<Open | undefined>(undefined);

/** Keeps the form that assigns a policy open, even when the button that opened it disappears. */
export function PolicyFormProvider({ children }: { readonly children: ReactNode }) {
  const [definition, setDefinition] = useState<PolicyDefinition>();
  const open = useCallback<Open>((next) => setDefinition(next), []);
  return (
    <context.Provider value={open}>
      {children}
      {definition && <PolicyPanel definition={definition} onClose={() => setDefinition(undefined)} />}
    </context.Provider>
  );
}

/** Opens the form that assigns a policy. */
export function usePolicyForm(): Open {
  const open = useContext(context);
  if (!open) {
    throw new Error("This component must be rendered inside a dashboard.");
  }
  return open;
}
