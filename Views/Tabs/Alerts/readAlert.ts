import type { AlertDetails } from "../../../Client/Alerts/alert";
import type { DetailsOf } from "../../Kit/Session/useDetails";

/** An alert in full. */
export function readAlert(id: string): DetailsOf<AlertDetails> {
  return ["alert", id, ({ alerts }, signal) => alerts.get(id, signal)];
}
