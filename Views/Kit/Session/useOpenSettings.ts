import type { PlanScope } from "../../../Client/Core/defenderPlan";
import { format } from "../../../Client/Core/format";
import { useDashboard } from "./dashboardContext";
import { OpenSettings } from "./OpenSettings.resjson";

/**
 * Opens the settings of Defender for Containers beside the page, at a scope; `start`: with the review of enabling the plan. If the
 * portal doesn't, a notification says why.
 */
export function useOpenSettings(): (scope: PlanScope, start?: "enable") => void {
  const { cluster, host } = useDashboard();
  const open = async (parameters: Readonly<Record<string, string>>) => {
    const problem = await host.openPane("PlanSettings.ReactView", parameters).then(
      (isOpen) => (isOpen ? undefined : OpenSettings.refused),
      (error: unknown) => format(OpenSettings.failed, sentenceOf(error)),
    );
    if (problem !== undefined) {
      const title = OpenSettings.title;
      host
        .notifyPending({ title, description: OpenSettings.opening })
        .complete({ title, description: problem }, "error");
    }
  };
  return (scope, start) => void open({ id: cluster.id, scope, ...(start ? { start } : {}) });
}

/** What the portal said, with a period at its end. */
function sentenceOf(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
