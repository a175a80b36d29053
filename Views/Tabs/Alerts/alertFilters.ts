import { alertStatuses, isOpenAlert, type Alert } from "../../../Client/Alerts/alert";
import { alertSeverities } from "../../../Client/Core/level";
import type { Filter, OpenFindings } from "../../Kit/Model/findingsTab";
import { Alerts } from "./Alerts.resjson";
import { statusLabel } from "./alertLabels";

const day = 24 * 60 * 60 * 1000;

/** Spans that contain each other: an alert of this morning is also one of the last week. */
const spans = [
  { key: "1d", label: Alerts.lastDay, days: 1 },
  { key: "7d", label: Alerts.lastWeek, days: 7 },
  { key: "30d", label: Alerts.lastMonth, days: 30 },
  { key: "90d", label: Alerts.last90Days, days: 90 },
] as const;

const unknown = "unknown";

/** Filters of the alerts grid; `now` is what "last 24 hours" counts from. */
export function alertFilters(now: () => Date): readonly Filter<Alert>[] {
  return [
    {
      key: "severity",
      label: Alerts.columnSeverity,
      pinned: true,
      valuesOf: (alert) => [alert.severity],
      order: alertSeverities,
    },
    {
      key: "status",
      label: Alerts.columnStatus,
      pinned: true,
      valuesOf: (alert) => [alert.status ?? unknown],
      order: alertStatuses,
      labelOf: (value) => statusLabel(alertStatuses.find((status) => status === value)),
    },
    {
      key: "activity",
      label: Alerts.filterActivity,
      pinned: false,
      valuesOf: (alert) => spansWith(alert.startTime, now()),
      order: [...spans.map(({ key }) => key), unknown],
      labelOf: (value) => spans.find(({ key }) => key === value)?.label ?? Alerts.timeUnknown,
    },
    {
      key: "alertType",
      label: Alerts.filterAlertType,
      pinned: false,
      valuesOf: (alert) => [alert.alertType],
      labelOf: (value) => value || Alerts.notReported,
    },
    {
      key: "compromisedEntity",
      label: Alerts.filterCompromised,
      pinned: false,
      valuesOf: (alert) => [alert.compromisedEntity],
      labelOf: (value) => value || Alerts.notReported,
    },
  ];
}

/** Alerts that are Active, In progress, or have an unknown status. The server counts it by columns of the list query. */
export const openAlerts: OpenFindings<Alert> = {
  isOpen: isOpenAlert,
  counted: { column: "workState", value: "open" },
  filters(items) {
    const hasUnknown = items.some(({ status }) => status === undefined);
    return { status: ["Active", "InProgress", ...(hasUnknown ? [unknown] : [])] };
  },
  none: { title: Alerts.noneOpenTitle, text: Alerts.noneOpenText, showAll: Alerts.noneOpenShowAll },
};

function spansWith(time: Date | undefined, now: Date): readonly string[] {
  if (!time) {
    return [unknown];
  }
  const age = now.getTime() - time.getTime();
  return spans.filter(({ days }) => age <= days * day).map(({ key }) => key);
}
