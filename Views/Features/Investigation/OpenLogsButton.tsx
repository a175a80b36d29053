import { DefaultButton } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import type { LogWorkspace } from "../../../Client/Investigation/investigationService";
import { logQueryFor } from "../../../Client/Investigation/logQuery";
import { logsBlade } from "../../../Client/Investigation/logsLink";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { useAttempt } from "../../Kit/Session/useAttempt";
import { Investigation } from "./Investigation.resjson";
import { logWorkspaceQuery } from "./LogsSection";

/** Opens the logs around an alert with the first of its queries. The workspace is looked for when it is pressed. */
export function OpenLogsButton({ alert }: { readonly alert: AlertDetails }) {
  const { said, start } = useOpenLogs(() => Promise.resolve(alert));
  return (
    <>
      <DefaultButton text={Investigation.logsOpen} iconProps={{ iconName: "Search" }} onClick={start} />
      <span role="status">{said}</span>
    </>
  );
}

/** Opens the logs around an alert, which is read when it starts. */
export function useOpenLogs(read: () => Promise<AlertDetails>): ReturnType<typeof useAttempt> {
  const { services, cluster, host } = useDashboard();
  const queries = useQueryClient();
  const open = async (): Promise<string> => {
    const alert = await read();
    const search = logWorkspaceQuery(services);
    // Where none was known, there may be one by now.
    const known = queries.getQueryData<LogWorkspace | null>(search.queryKey);
    const workspace = known ?? (await queries.fetchQuery({ ...search, staleTime: 0 }));
    const [query] = workspace
      ? logQueryFor(alert, { tables: workspace.tables, clusterId: cluster.id, now: new Date() })
      : [];
    if (!workspace || !query) {
      return Investigation.logsNone;
    }
    const blade = await logsBlade(query, { resourceId: workspace.id }, (text) => host.gzip(text));
    return (await host.openBlade(blade)) ? "" : Investigation.logsNotOpenedHere;
  };
  return useAttempt(open, {
    running: Investigation.logsLoading,
    failed: ({ message }) => `${Investigation.logsFailed} ${message}`,
  });
}
