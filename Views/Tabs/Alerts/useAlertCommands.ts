import type { Alert } from "../../../Client/Alerts/alert";
import type { Selected } from "../../Kit/Model/findingsTab";
import type { TabCommand } from "../../Kit/Model/tabCommand";
import { Alerts } from "./Alerts.resjson";
import { statusLabel } from "./alertLabels";
import { useChangeStatus } from "./useChangeStatus";

/** The commands for selected alerts. */
export function useAlertCommands({ items, hidden }: Selected<Alert>): readonly TabCommand[] {
  const { choices, change } = useChangeStatus(items, hidden);
  const reasons = new Set(choices.map(({ disabledBecause }) => disabledBecause));
  const [onlyReason] = reasons;
  return [
    {
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
    },
  ];
}
