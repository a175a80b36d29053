import type { LogWorkspace } from "../../../Client/Investigation/logsService";
import type { Services } from "../../../Client/services";

/** The query for the workspace that the cluster sends its logs to; `null`: to none. `undefined` would be no answer to react-query. */
export function logWorkspaceQuery({ logs }: Pick<Services, "logs">) {
  return {
    queryKey: ["logWorkspace"],
    queryFn: async ({ signal }: { readonly signal?: AbortSignal }): Promise<LogWorkspace | null> =>
      (await logs.workspace(signal)) ?? null,
  };
}
