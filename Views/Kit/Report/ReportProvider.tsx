import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import type { RegisteredTab } from "../Model/findingsTab";
import { ReportPanel } from "./ReportPanel";
import { useReportRunner } from "./useReportRunner";

const context = createContext<(() => void) | undefined>(undefined);

/** Keeps a report running and its form open, even when the command that opened it disappears. */
export function ReportProvider(props: {
  readonly tabs: readonly RegisteredTab[];
  /** The tab that is selected. */
  readonly tab: RegisteredTab | undefined;
  readonly children: ReactNode;
}) {
  const { tabs, tab, children } = props;
  const runner = useReportRunner();
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  const close = () => {
    setOpen(false);
    if (runner.run?.status !== "running") {
      runner.dismiss();
    }
  };
  return (
    <context.Provider value={open}>
      {children}
      {isOpen && tab && <ReportPanel key={tab.id} tabs={tabs} tab={tab} runner={runner} onClose={close} />}
    </context.Provider>
  );
}

/** Opens the form for a report. */
export function useOpenReport(): () => void {
  const open = useContext(context);
  if (!open) {
    throw new Error("This component must be rendered inside a dashboard.");
  }
  return open;
}
