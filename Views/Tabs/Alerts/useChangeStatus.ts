import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { alertStatuses, type Alert, type AlertDetails, type AlertStatus } from "../../../Client/Alerts/alert";
import { alertScopeOf } from "../../../Client/Alerts/alertPlace";
import type { ClusterScope } from "../../../Client/Core/clusterScope";
import { sameArmId } from "../../../Client/Core/armId";
import { format } from "../../../Client/Core/format";
import type { FindingsPage } from "../../../Client/Core/listing";
import { StatusChange as StatusTexts } from "../../../Client/Alerts/StatusChange.resjson";
import { Bulk } from "../../Kit/Operations/Bulk.resjson";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { detailsKey } from "../../Kit/Session/useDetails";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { findingsKey } from "../../Kit/Session/findingsQuery";
import { useSelection } from "../../Kit/Model/selection";
import { bulkConcurrency, type Operation, type RunTold } from "../../Kit/Operations/operation";
import { useOperation } from "../../Kit/Operations/useOperations";
import { usePermission, type NeededRights } from "../../Kit/Operations/rights";
import { Alerts } from "./Alerts.resjson";
import { statusLabel, alreadyText } from "./alertLabels";
import { allServices } from "../../Kit/Session/dashboardContext";

interface StatusChange {
  readonly alerts: readonly Alert[];
  readonly status: AlertStatus;
  /** Those of them that search and filters hide. */
  readonly hidden: readonly Alert[];
}

type Status = Operation<StatusChange, Alert>;

/** Sets the status of alerts: one call each, shown at once. More than one is asked about first, as is one that is out of sight. */
const changeStatus: Status = {
  items: changing,
  title: (alerts, { status }) => titleOf(alerts, status),
  titleOf: ({ title }) => title,
  rights: statusRights,
  question,
  begins: () => Bulk.pending,
  concurrency: bulkConcurrency,
  skipped: ({ alerts, status }) => alreadyText(alerts, status),
  run: ({ id, status: seen }, { input: { status }, services }) =>
    allServices(services).alerts.changeStatus(id, status, { seen }),
  overlay: (alerts, { input: { status }, queries }) => alerts.forEach(({ id }) => show(queries, id, status)),
};

/** RBAC action that each status needs. "In progress" is not among the published actions; it is named as its operation is. */
const actions: Readonly<Record<AlertStatus, string>> = {
  Active: "Microsoft.Security/locations/alerts/activate/action",
  InProgress: "Microsoft.Security/locations/alerts/inProgress/action",
  Resolved: "Microsoft.Security/locations/alerts/resolve/action",
  Dismissed: "Microsoft.Security/locations/alerts/dismiss/action",
};

/** A status that alerts can be set to, and why not. */
interface StatusChoice {
  readonly status: AlertStatus;
  readonly disabledBecause: string | undefined;
}

/** The status changes on offer, and the way to make one. */
export interface StatusChanges {
  readonly choices: readonly StatusChoice[];
  change(status: AlertStatus): void;
}

/**
 * Which status alerts may be set to, and sets it: at once, or `held` for five seconds, in which it can be undone. Rights are asked
 * where each alert lies. A choice is refused when none of them may be changed; where only some may, the others are reported as they
 * fail.
 */
export function useChangeStatus(
  chosen: readonly Alert[],
  hidden: readonly Alert[] = [],
): StatusChanges & { readonly held: StatusChanges } {
  const { runOf, start, hold, isHeld } = useOperation(changeStatus);
  const [selection, changeSelection] = useSelection("alerts");
  // A status that all of them have would change nothing, and be a stop of the keyboard in vain.
  const offered = alertStatuses.filter(
    (status) => chosen.length === 0 || chosen.some((alert) => alert.status !== status),
  );
  const whyNot = usePermission(
    statusRights,
    offered.map((status) => ({ alerts: chosen, status })),
  );
  const run = runOf("alerts");
  const isRunning = run !== undefined && run.status !== "ended";
  const isWaiting = isHeld(({ id }) => chosen.some((alert) => alert.id === id));
  const choicesWith = (reason: string | undefined) =>
    offered.map((status, index) => ({ status, disabledBecause: reason ?? whyNot[index] }));
  const deselect = ({ outcomes }: Parameters<NonNullable<RunTold<StatusChange, Alert>["onEnd"]>>[0]) => {
    // What failed stays selected, and so does what has been selected meanwhile.
    const left = new Set(outcomes.filter(({ result }) => result !== "done").map(({ item }) => item.id));
    const ended = chosen.map(({ id }) => id).filter((id) => !left.has(id));
    changeSelection({ type: "remove", ids: ended });
    return left;
  };
  const waiting = isWaiting ? Alerts.statusHeld : undefined;
  return {
    choices: choicesWith(waiting ?? (isRunning ? Alerts.statusRunning : undefined)),
    change: (status) => start("alerts", { alerts: chosen, status, hidden }, { onEnd: deselect }),
    held: {
      choices: choicesWith(waiting),
      change(status) {
        // The next key is about the next alert; what isn't changed in the end is selected again.
        const selected = chosen.map(({ id }) => id).filter((id) => selection.ids.has(id));
        const select = (ids: readonly string[]) => changeSelection({ type: "add", ids });
        hold(
          "alerts",
          { alerts: chosen, status, hidden },
          {
            onHold: () => changeSelection({ type: "remove", ids: selected }),
            onTakenBack: () => select(selected),
            onEnd(run) {
              const left = deselect(run);
              select(selected.filter((id) => left.has(id)));
            },
          },
        );
      },
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

/** What is asked before a change; `undefined` for a single alert in sight, of which nothing stays as it is. */
function question({ alerts, status, hidden }: StatusChange): ReturnType<NonNullable<Status["question"]>> {
  const items = changing({ alerts, status });
  const unseen = changing({ alerts: hidden, status }).length;
  const already = alreadyText(alerts, status);
  if (items.length === 1 && unseen === 0 && already === "") {
    return undefined;
  }
  const sight = unseen > 0 ? format(Bulk.confirmHidden, formatNumber(unseen)) : Bulk.confirmAll;
  return {
    title: format(Bulk.confirmTitle, titleOf(items, status)),
    text: `${already} ${sight}`.trim(),
    yes: format(Alerts.setTo, statusLabel(status)),
  };
}

function changing({ alerts, status }: Pick<StatusChange, "alerts" | "status">): readonly Alert[] {
  return alerts.filter((alert) => alert.status !== status);
}

/** The right to set a status is needed where each alert lies. While none is chosen, it's asked where most of them do. */
export function statusRights(
  { alerts, status }: Pick<StatusChange, "alerts" | "status">,
  { resourceGroupId }: ClusterScope,
): NeededRights {
  const action = actions[status];
  const places = alerts
    .map(({ id }) => alertScopeOf(id))
    .filter((place) => !sameArmId(place, resourceGroupId));
  const isHere = alerts.length === 0 || places.length < alerts.length;
  const elsewhere = [...new Set(places)].map((scope) => [
    { action, scope, missingText: missingRight(status, format(Alerts.missingActionAt, action, scope)) },
  ]);
  const missingText = missingRight(status, format(Findings.missingAction, action));
  return isHere ? [[{ action, scope: resourceGroupId, missingText }], ...elsewhere] : elsewhere;
}

/** What is missing, and for "In progress" that no custom role can have it. */
function missingRight(status: AlertStatus, missing: string): string {
  return status === "InProgress" ? `${missing} ${StatusTexts.onlyWildcards}` : missing;
}

function titleOf(alerts: readonly Alert[], status: AlertStatus): string {
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
