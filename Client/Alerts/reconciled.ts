import { overlayOf, resourceGraphLag, withoutEnded, type Overlays } from "../Core/overlays";
import type { Alert, AlertStatus } from "./alert";

/** Status changes without those that the rows show by now, and those so old that the rows are believed. */
export function withoutShown(
  changes: Overlays<AlertStatus>,
  rows: readonly Alert[],
  now: Date,
): Overlays<AlertStatus> {
  const shown = new Map(rows.map(({ id, status }) => [id.toLowerCase(), status]));
  const isShown = (id: string, status: AlertStatus) => shown.get(id) === status;
  return withoutEnded(changes, { isShown, longest: resourceGraphLag, now });
}

/**
 * The same alerts with what ARM says of those whose row does not show a change yet. Only these are read again; where even that
 * fails, the status that was set stands.
 */
export function reconciled<A extends Alert>(
  alerts: readonly A[],
  changes: Overlays<AlertStatus>,
  read: (alertId: string) => Promise<AlertStatus | undefined>,
): Promise<readonly A[]> {
  return Promise.all(
    alerts.map(async (alert) => {
      const set = overlayOf(changes, alert.id)?.value;
      if (set === undefined || set === alert.status) {
        return alert;
      }
      // It was accepted; that ARM cannot be asked now does not undo it.
      const status = await read(alert.id).catch(() => undefined);
      return { ...alert, status: status ?? set };
    }),
  );
}
