import type { LogWorkspace } from "../../../Client/Investigation/investigationService";
import type { DashboardDependencies } from "../../Kit/Session/dashboardContext";

/** The query for the workspace that the cluster sends its logs to; `null`: to none. `undefined` would be no answer to react-query. */
export function logWorkspaceQuery({
  investigation,
}: Pick<DashboardDependencies["services"], "investigation">) {
  return {
    queryKey: ["logWorkspace"],
    queryFn: async ({ signal }: { readonly signal?: AbortSignal }): Promise<LogWorkspace | null> =>
      (await investigation.workspace(signal)) ?? null,
  };
}
