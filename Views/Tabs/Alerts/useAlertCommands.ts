import type { Alert } from "../../../Client/Alerts/alert";
import type { Selected } from "../../Kit/Model/findingsTab";
import type { TabCommand } from "../../Kit/Model/tabCommand";
import { Alerts } from "./Alerts.resjson";
import { statusLabel } from "./alertLabels";
import { useChangeStatus, type StatusChanges } from "./useChangeStatus";

/** The commands for selected alerts. */
export function useAlertCommands({ items, hidden }: Selected<Alert>): readonly TabCommand[] {
  return [statusCommand(items, useChangeStatus(items, hidden))];
}

/** Sets the status of alerts to one that is chosen. */
export function statusCommand(items: readonly Alert[], { choices, change }: StatusChanges): TabCommand {
  const reasons = new Set(choices.map(({ disabledBecause }) => disabledBecause));
  const [onlyReason] = reasons;
  return {
    key: "changeStatus",
    text: Alerts.changeStatus,
    icon: "Edit",
    disabledBecause:
      items.length === 0 ? Alerts.nothingSelected : reasons.size === 1 ? onlyReason : undefined,
    onSelect: choices.map(({ status, disabledBecause }) => ({
      key: status,
      text: statusLabel(status),
      disabledBecause,
      onChoose: () => change(status),
    })),
  };
}
