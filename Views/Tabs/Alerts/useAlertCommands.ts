import type { Alert } from "../../../Client/Alerts/alert";
import { format } from "../../../Client/Core/format";
import { Bulk } from "../../Kit/Operations/Bulk.resjson";
import type { Selected } from "../../Kit/Model/findingsTab";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import type { TabCommand } from "../../Kit/Model/tabCommand";
import { useConfirm } from "../../Kit/Controls/useConfirm";
import { Alerts } from "./Alerts.resjson";
import { statusLabel } from "./alertLabels";
import { alreadyText } from "./alreadyText";
import { titleOf, useChangeStatus } from "./useChangeStatus";

/** The commands for selected alerts. More than one alert is asked about first, with those that are out of sight named. */
export function useAlertCommands({ items, hidden }: Selected<Alert>): readonly TabCommand[] {
  const { choices, change } = useChangeStatus(items);
  const confirm = useConfirm();
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
        onChoose() {
          const changing = items.filter((alert) => alert.status !== status);
          const unseen = hidden.filter((alert) => alert.status !== status).length;
          const already = alreadyText(items, status);
          if (changing.length === 1 && unseen === 0 && already === "") {
            change(items, status);
            return;
          }
          confirm({
            title: format(Bulk.confirmTitle, titleOf(changing, status)),
            text: [already, unseen > 0 ? format(Bulk.confirmHidden, formatNumber(unseen)) : Bulk.confirmAll]
              .join(" ")
              .trim(),
            yes: format(Alerts.setTo, statusLabel(status)),
            onYes: () => change(items, status),
          });
        },
      })),
    },
  ];
}
