import type { Alert, AlertStatus } from "./alert";

/** How long Resource Graph may show the old status after a change; beyond, it is believed again. */
const longestLag = 15 * 60_000;

/**
 * Remembers the alerts whose status was just changed. Resource Graph lags behind ARM by seconds to minutes, so a list read
 * after the change may still show the old status.
 */
interface RecentChanges {
  remember(alertId: string, status: AlertStatus, now: Date): void;
  /**
   * The same alerts with what ARM says of those whose row does not show the change yet. Only these are read again; where even
   * that fails, the status that was set stands.
   */
  reconcile(
    alerts: readonly Alert[],
    read: (alertId: string) => Promise<AlertStatus | undefined>,
    now: Date,
  ): Promise<readonly Alert[]>;
}

interface Change {
  readonly status: AlertStatus;
  readonly at: number;
  /** Follows another change of the alert so soon that a row with its status may be from before both. */
  readonly isRepeated: boolean;
}

export function createRecentChanges(): RecentChanges {
  const changes = new Map<string, Change>();
  return {
    remember(alertId, status, now) {
      const id = alertId.toLowerCase();
      const at = now.getTime();
      const before = changes.get(id);
      changes.set(id, { status, at, isRepeated: before !== undefined && at - before.at <= longestLag });
    },

    reconcile(alerts, read, now) {
      const statusOf = async (alert: Alert, change: Change) => {
        try {
          return (await read(alert.id)) ?? change.status;
        } catch {
          return change.status; // It was accepted; that ARM cannot be asked now does not undo it.
        }
      };
      return Promise.all(
        alerts.map(async (alert) => {
          const change = changes.get(alert.id.toLowerCase());
          if (!change) {
            return alert;
          }
          const isBelieved = now.getTime() - change.at > longestLag;
          if (isBelieved || (alert.status === change.status && !change.isRepeated)) {
            changes.delete(alert.id.toLowerCase());
          }
          if (isBelieved || alert.status === change.status) {
            return alert;
          }
          return { ...alert, status: await statusOf(alert, change) };
        }),
      );
    },
  };
}
