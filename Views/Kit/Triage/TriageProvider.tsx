import { useMemo, useRef, useState, type ComponentProps, type ReactNode } from "react";
import { useDashboard } from "../Session/dashboardContext";
import { SaidProvider, TriageContextProvider } from "./triageContext";
import { useKeysSetting } from "./useKeysSetting";

type Triage = NonNullable<ComponentProps<typeof TriageContextProvider>["value"]>;

/** Keeps whether keys are on, what they reach, and what was said of the last one. */
export function TriageProvider({ children }: { readonly children: ReactNode }) {
  const { host } = useDashboard();
  const { isOn, change, isNotKept } = useKeysSetting(host);
  const [said, say] = useState("");
  const surface: Triage["surface"] = useRef();
  const triage = useMemo(
    () => ({ setting: { isOn, change, isNotKept }, say, surface }),
    [isOn, change, isNotKept],
  );
  return (
    <TriageContextProvider value={triage}>
      <SaidProvider value={said}>{children}</SaidProvider>
    </TriageContextProvider>
  );
}
