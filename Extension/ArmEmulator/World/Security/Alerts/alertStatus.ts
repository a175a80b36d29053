import type { AlertStatusName } from "./alertState";
import type { WorldAlert } from "../../world";

/** Properties of an alert with what was done to it until a time; absent: until now. */
export function alertProperties(
  { properties, state }: WorldAlert,
  asOf?: Date,
): Readonly<Record<string, unknown>> {
  const last = state.changes.findLast(({ at }) => asOf === undefined || at <= asOf);
  return last
    ? { ...properties, status: last.status, processingEndTimeUtc: last.at.toISOString() }
    : properties;
}

/** Gives an alert another status. Giving it the one that it has changes nothing. */
export function changeAlertStatus(alert: WorldAlert, status: AlertStatusName, at: Date): void {
  if (alertProperties(alert).status !== status) {
    alert.state = { changes: [...alert.state.changes, { status, at }] };
  }
}

/** Whether an alert with these properties still needs attention. */
export function isOpen({ status }: Readonly<Record<string, unknown>>): boolean {
  return status === "Active" || status === "InProgress";
}
