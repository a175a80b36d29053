import type { AlertStatus, Alert } from "../../../Client/Alerts/alert";
import { Alerts } from "./Alerts.resjson";
import { readableLine } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import { formatNumber, namedList } from "../../Kit/Controls/formatNumber";

const statusLabels: Readonly<Record<AlertStatus, string>> = {
  Active: Alerts.statusActive,
  InProgress: Alerts.statusInProgress,
  Resolved: Alerts.statusResolved,
  Dismissed: Alerts.statusDismissed,
};

export function statusLabel(status: AlertStatus | undefined): string {
  return status ? statusLabels[status] : Alerts.statusUnknown;
}

/** Which of the selected alerts a change leaves as they are, before it and after it; empty: none. */
export function alreadyText(selected: readonly Alert[], status: AlertStatus): string {
  const already = selected.filter((alert) => alert.status === status);
  if (already.length === 0) {
    return "";
  }
  return format(
    already.length === 1 ? Alerts.alreadyOne : Alerts.alreadyMany,
    formatNumber(already.length),
    formatNumber(selected.length),
    statusLabel(status),
    namedList(already.map(({ title }) => readableLine(title))),
  );
}
