import type { AlertService } from "../../Client/Alerts/alertService";
import type { Alert } from "../../Client/Domain/alert";
import { FailureError, type Failure } from "../../Client/Domain/failure";
import { alertSeverities, countLevels } from "../../Client/Domain/level";
import type { FindingsPage, PageCursor } from "../../Client/Domain/listing";
import type { Permission } from "../../Client/Domain/rbac";
import type { Services } from "../../Client/services";
import { alertDetails } from "./anAlert";

export const everything: readonly Permission[] = [{ actions: ["*"], notActions: [] }];

/** Services that answer from memory. Tests replace the methods they are about. */
export function fakeServices(over: {
  readonly alerts?: Partial<AlertService>;
  readonly misconfigurations?: Partial<Services["misconfigurations"]>;
  readonly plan?: Partial<Services["plan"]>;
  readonly permissions?: Partial<Services["permissions"]>;
}): Services {
  return {
    alerts: {
      listPage: () => Promise.resolve(alertsPage([])),
      get: () => failing({ kind: "notFound", message: "No such alert." }),
      ...over.alerts,
    },
    misconfigurations: {
      listPage: () => Promise.resolve({ ...alertsPage([]), items: [] }),
      get: () => failing({ kind: "notFound", message: "No such recommendation." }),
      ...over.misconfigurations,
    },
    plan: { get: () => Promise.resolve({ isOn: true, scope: "subscription", missing: [] }), ...over.plan },
    permissions: { at: () => Promise.resolve(everything), ...over.permissions },
  };
}

/** Alerts as their service gives them, details included. */
export function servicesWith(alerts: readonly Alert[]): Services {
  return fakeServices({
    alerts: {
      listPage: () => Promise.resolve(alertsPage(alerts)),
      get: (id) => {
        const found = alerts.find((alert) => alert.id === id);
        return found ? Promise.resolve(alertDetails(found)) : failing({ kind: "notFound", message: "Gone." });
      },
    },
  });
}

/** A page in the service's order: worst first. */
export function alertsPage(
  alerts: readonly Alert[],
  over: Partial<FindingsPage<Alert>> = {},
): FindingsPage<Alert> {
  const rank = (alert: Alert) => alertSeverities.indexOf(alert.severity);
  return {
    items: [...alerts].sort((left, right) => rank(left) - rank(right)),
    gaps: [],
    total: alerts.length + (over.gaps?.length ?? 0),
    levels: countLevels(alerts, (alert) => alert.severity),
    next: undefined,
    asOf: new Date("2026-11-24T12:00:00Z"),
    ...over,
  };
}

export const secondPage: PageCursor = { skipToken: "2", followed: [] };

export function failing(failure: Failure): Promise<never> {
  return Promise.reject(new FailureError(failure));
}

/** A promise that the test settles when it wants to. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((onValue, onReason) => {
    resolve = onValue;
    reject = onReason;
  });
  return { promise, resolve, reject };
}
