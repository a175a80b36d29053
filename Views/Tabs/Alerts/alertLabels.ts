import type { AlertStatus } from "../../../Client/Alerts/alert";
import { Alerts } from "./Alerts.resjson";

const statusLabels: Readonly<Record<AlertStatus, string>> = {
  Active: Alerts.statusActive,
  InProgress: Alerts.statusInProgress,
  Resolved: Alerts.statusResolved,
  Dismissed: Alerts.statusDismissed,
};

export function statusLabel(status: AlertStatus | undefined): string {
  return status ? statusLabels[status] : Alerts.statusUnknown;
}
