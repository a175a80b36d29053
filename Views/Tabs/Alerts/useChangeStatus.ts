import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { alertStatuses, type Alert, type AlertDetails, type AlertStatus } from "../../../Client/Alerts/alert";
import { alertScopeOf } from "../../../Client/Alerts/alertPlace";
import { sameArmId } from "../../../Client/Core/armId";
import { format } from "../../../Client/Core/format";
import type { FindingsPage } from "../../../Client/Core/listing";
import { StatusRights } from "../../../Client/Alerts/StatusRights.resjson";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { Bulk } from "../../Kit/Operations/Bulk.resjson";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { detailsKey } from "../../Kit/Session/useDetails";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { findingsKey } from "../../Kit/Session/findingsQuery";
import { useSelection } from "../../Kit/Model/selection";
import { bulkConcurrency, type Operation } from "../../Kit/Operations/operation";
import { useOperation } from "../../Kit/Operations/useOperations";
import { usePermissionAtEach } from "../../Kit/Session/usePermission";
import { Alerts } from "./Alerts.resjson";
import { statusActions } from "./statusAction";
import { statusLabel } from "./alertLabels";
import { alreadyText } from "./alreadyText";

interface StatusChange {
  readonly alerts: readonly Alert[];
  readonly status: AlertStatus;
}

/** Sets the status of alerts: one call each, shown at once. */
const changeStatus: Operation<StatusChange, Alert> = {
  items: ({ alerts, status }) => alerts.filter((alert) => alert.status !== status),
  title: (alerts, { status }) => titleOf(alerts, status),
  titleOf: ({ title }) => title,
  begins: () => Bulk.pending,
  concurrency: bulkConcurrency,
  skipped: ({ alerts, status }) => alreadyText(alerts, status),
  run: ({ id, status: seen }, { input: { status }, services }) =>
    services.alerts.changeStatus(id, status, { seen }),
  onDone: (alerts, { input: { status }, queries }) => alerts.forEach(({ id }) => show(queries, id, status)),
};

/** A status that alerts can be set to, and why not. */
interface StatusChoice {
  readonly status: AlertStatus;
  readonly disabledBecause: string | undefined;
}

/**
 * Which status alerts may be set to, and sets it. Rights are asked where each alert lies. A
 * choice is refused when none of them may be changed; where only some may, the others are reported as they fail.
 */
export function useChangeStatus(chosen: readonly Alert[]): {
  readonly choices: readonly StatusChoice[];
  change(alerts: readonly Alert[], status: AlertStatus): void;
} {
  const { cluster } = useDashboard();
  const { runOf, start } = useOperation(changeStatus);
  const [, changeSelection] = useSelection("alerts");
  const scopeOf = ({ id }: Alert) => {
    const scope = alertScopeOf(id);
    return sameArmId(scope, cluster.resourceGroupId) ? cluster.resourceGroupId : scope;
  };
  const whyNotAt = usePermissionAtEach(chosen.length === 0 ? [cluster.resourceGroupId] : chosen.map(scopeOf));
  const whyNotSet = (status: AlertStatus): string | undefined => {
    const action = statusActions[status];
    const scopes = chosen.length === 0 ? [cluster.resourceGroupId] : chosen.map(scopeOf);
    const reasons = [...new Set(scopes)].map((scope) => {
      const reason = whyNotAt(scope)(action);
      const isMissing = reason === format(Findings.missingAction, action);
      const place = scope === cluster.resourceGroupId ? undefined : scope;
      return isMissing ? missingRight(status, action, place) : reason;
    });
    return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
  };
  const run = runOf("alerts");
  const isRunning = run !== undefined && run.status !== "ended";
  return {
    // A status that all of them have would change nothing, and be a stop of the keyboard in vain.
    choices: alertStatuses
      .filter((status) => chosen.length === 0 || chosen.some((alert) => alert.status !== status))
      .map((status) => ({
        status,
        disabledBecause: isRunning ? Alerts.statusRunning : whyNotSet(status),
      })),
    change(alerts, status) {
      start(
        "alerts",
        { alerts, status },
        {
          onEnd({ outcomes }) {
            // What failed stays selected, and so does what has been selected meanwhile.
            const left = new Set(
              outcomes.filter(({ result }) => result !== "done").map(({ item }) => item.id),
            );
            const ended = alerts.map(({ id }) => id).filter((id) => !left.has(id));
            changeSelection({ type: "remove", ids: ended });
          },
        },
      );
    },
  };
}

function show(queries: QueryClient, id: string, status: AlertStatus): void {
  queries.setQueryData<InfiniteData<FindingsPage<Alert>>>(
    findingsKey("alerts"),
    (data) => data && { ...data, pages: data.pages.map((page) => withStatus(page, id, status)) },
  );
  queries.setQueryData<AlertDetails>(detailsKey("alert", id), (data) => data && { ...data, status });
}

/** What is missing, and for "In progress" that no custom role can have it. `scope`: where, unless it is the cluster's own group. */
function missingRight(status: AlertStatus, action: string, scope: string | undefined): string {
  const missing =
    scope === undefined
      ? format(Findings.missingAction, action)
      : format(Alerts.missingActionAt, action, scope);
  return status === "InProgress" ? `${missing} ${StatusRights.onlyWildcards}` : missing;
}

export function titleOf(alerts: readonly Alert[], status: AlertStatus): string {
  const [only] = alerts;
  return alerts.length === 1 && only
    ? format(Alerts.setOne, only.title, statusLabel(status))
    : format(Alerts.setMany, formatNumber(alerts.length), statusLabel(status));
}

function withStatus(page: FindingsPage<Alert>, id: string, status: AlertStatus): FindingsPage<Alert> {
  const isHere = page.items.some((alert) => alert.id === id);
  return isHere
    ? { ...page, items: page.items.map((alert) => (alert.id === id ? { ...alert, status } : alert)) }
    : page;
}
