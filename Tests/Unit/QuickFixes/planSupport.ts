import type { FixPlan, FixReady, LiveCluster } from "../../../Client/QuickFixes/quickFix";
import { aClusterBody, aLiveCluster } from "../../Support/aLiveCluster";

/** A plan that was not refused. */
export function ready(plan: FixPlan): FixReady {
  if (plan.kind === "refused") {
    throw new Error(`Refused: ${plan.refusal.code} ${plan.refusal.details.join()}`);
  }
  return plan;
}

/** The refusal as one line. */
export function refusalOf(plan: FixPlan): string {
  return plan.kind === "refused" ? [plan.refusal.code, ...plan.refusal.details].join(" ") : "ready";
}

export const liveWith = (properties: Readonly<Record<string, unknown>>): LiveCluster =>
  aLiveCluster({ body: aClusterBody(properties) });

/** Changes as lines: path, before, after. */
export const linesOf = ({ changes }: FixReady) =>
  changes.map(
    ({ path, before, after }) =>
      `${path}: ${JSON.stringify(before) ?? "-"} -> ${JSON.stringify(after) ?? "-"}`,
  );

export const warningsOf = ({ warnings }: FixReady) =>
  warnings.map(({ code, details }) => [code, ...details].join(" "));

/** The body of the last write, which is the one that fixes. */
export function bodyOf({ writes }: FixReady) {
  const body = writes.at(-1)?.body;
  if (!body) {
    throw new Error("The plan writes nothing.");
  }
  return body;
}

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
export const workspaceId = `${subscription}/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/central`;

export const aWorkspace = (location = "westeurope", id = workspaceId) => ({
  id,
  name: "central",
  resourceGroup: "logs",
  location,
});
