import type { Alert, AlertStatus } from "../../../Client/Alerts/alert";
import { readableLine } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { namedList } from "../../Kit/Controls/namedList";
import { Alerts } from "./Alerts.resjson";
import { statusLabel } from "./alertLabels";

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
