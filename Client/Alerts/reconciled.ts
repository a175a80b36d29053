import type { RecentWrites } from "../Core/recentWrites";
import type { Alert, AlertStatus } from "./alert";

/**
 * The same alerts, just read from Resource Graph, with what ARM says of those whose row does not show a recent change yet. Only these
 * are read again; where even that fails, the status that was set stands.
 */
export function reconciled<A extends Alert>(
  alerts: readonly A[],
  changes: RecentWrites<AlertStatus>,
  options: {
    readonly read: (alertId: string) => Promise<AlertStatus | undefined>;
    readonly now: Date;
  },
): Promise<readonly A[]> {
  const shown = new Map(alerts.map(({ id, status }) => [id.toLowerCase(), status]));
  changes.forgetShown((id, status) => shown.get(id) === status, options.now);
  return Promise.all(
    alerts.map(async (alert) => {
      const set = changes.valueOf(alert.id);
      if (set === undefined || set === alert.status) {
        return alert;
      }
      // It was accepted; that ARM cannot be asked now does not undo it.
      const status = await options.read(alert.id).catch(() => undefined);
      return { ...alert, status: status ?? set };
    }),
  );
}
