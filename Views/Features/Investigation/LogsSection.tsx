import { lastKnown } from "../../Kit/Model/loadable";
import { DefaultButton } from "@fluentui/react";
import { useMemo, useState } from "react";
import type { LogWorkspace } from "../../../Client/Investigation/investigationService";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import { alertSubjectOf, type AlertSubject } from "../../../Client/Alerts/alertSubject";
import { format } from "../../../Client/Core/format";
import { logQueryFor, type LogQuery } from "../../../Client/Investigation/logQuery";
import { logsBlade, logsLink } from "../../../Client/Investigation/logsLink";
import { CodeBlock } from "../../Kit/Controls/CodeBlock";
import { useDashboard, type DashboardDependencies } from "../../Kit/Session/dashboardContext";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { formatMoment } from "../../Kit/Controls/formatDate";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { Section } from "../../Kit/Controls/Section";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { Investigation } from "./Investigation.resjson";
import { logQueryLabels } from "./logQueryLabels";

/** Ready queries for the logs around an alert, and the ways into the workspace, which is looked for when it is unfolded. */
export function LogsSection({ alert }: { readonly alert: AlertDetails }) {
  return (
    <Section title={Investigation.sectionLogs} startsOpen={false}>
      <LoadedQueries alert={alert} />
    </Section>
  );
}

function LoadedQueries({ alert }: { readonly alert: AlertDetails }) {
  const { services } = useDashboard();
  const workspace = useLoadable(logWorkspaceQuery(services));
  return (
    <LoadedPart
      load={workspace}
      loadingText={Investigation.logsLoading}
      failedText={Investigation.logsFailed}
    >
      {(found) => (found ? <Queries alert={alert} workspace={found} /> : <NoWorkspace />)}
    </LoadedPart>
  );
}

function NoWorkspace() {
  return (
    <>
      <p>{Investigation.logsNone}</p>
      <ExternalLink href={Investigation.logsNoneLinkTarget}>{Investigation.logsNoneLink}</ExternalLink>
    </>
  );
}

function Queries({ alert, workspace }: { readonly alert: AlertDetails; readonly workspace: LogWorkspace }) {
  const { cluster } = useDashboard();
  const queries = useMemo(
    () => logQueryFor(alert, { tables: workspace.tables, clusterId: cluster.id, now: new Date() }),
    [alert, workspace.tables, cluster.id],
  );
  const subject = alertSubjectOf(alert);
  return (
    <>
      <p>{format(Investigation.logsWorkspace, workspace.id.split("/").at(-1) ?? workspace.id)}</p>
      {queries.map((query) => (
        <Query key={query.title} query={query} subject={subject} workspaceId={workspace.id} />
      ))}
    </>
  );
}

function Query(props: {
  readonly query: LogQuery;
  readonly subject: AlertSubject;
  readonly workspaceId: string;
}) {
  const { query, subject, workspaceId } = props;
  const { kql, from, to } = query;
  const { title: name, text } = logQueryLabels(query.title, subject);
  return (
    <div>
      <h4>{name}</h4>
      <p>{text}</p>
      <p>{format(Investigation.logsSpan, formatMoment(from), formatMoment(to))}</p>
      <CodeBlock code={kql} copyLabel={format(Investigation.logsCopy, name)} />
      <OpenLogs query={query} name={name} workspaceId={workspaceId} />
    </div>
  );
}

/** Opens the blade inside the portal; its parameters are not documented, so the link to the same stands beside it. */
function OpenLogs(props: { readonly query: LogQuery; readonly name: string; readonly workspaceId: string }) {
  const { query, name, workspaceId } = props;
  const { host } = useDashboard();
  const link = useLoadable({
    queryKey: ["logsLink", workspaceId, query.kql],
    queryFn: () => logsLink(query, { resourceId: workspaceId }, (text) => host.gzip(text)),
  });
  const href = lastKnown(link);
  const [isRefused, setRefused] = useState(false);
  const open = async () => {
    // The link beside the button opens the same, so a rejection is no more than a refusal.
    const opened = await logsBlade(query, { resourceId: workspaceId }, (text) => host.gzip(text))
      .then((blade) => host.openBlade(blade))
      .catch(() => false);
    setRefused(!opened);
  };
  return (
    <p>
      <DefaultButton
        text={Investigation.logsOpen}
        ariaLabel={format(Investigation.logsOpenLabel, name)}
        styles={{ root: { marginRight: 16 } }}
        onClick={() => void open()}
      />
      {href !== undefined && <ExternalLink href={href}>{Investigation.logsLink}</ExternalLink>}
      <span role="status">{isRefused && Investigation.logsNotOpened}</span>
    </p>
  );
}

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
