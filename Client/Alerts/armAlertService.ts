import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { asService, failureFrom } from "../Azure/Pipeline/failureFrom";
import { findingsPage } from "../Azure/ResourceGraph/findingsPage";
import { loadCode, loadedOnUse } from "../Core/loadCode";
import { getArm } from "../Azure/Arm/armCalls";
import { runResourceGraph } from "../Azure/ResourceGraph/runResourceGraph";
import type { Alert, AlertStatus } from "./alert";
import { armPath } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import { isCanceled, FailureError } from "../Core/failure";
import { format } from "../Core/format";
import { recordOf } from "../Core/json";
import { createLastSeen } from "../Core/lastSeen";
import { alertSeverities } from "../Core/level";
import { createRecentWrites } from "../Core/recentWrites";
import { StatusChange as StatusTexts } from "./StatusChange.resjson";
import { alertFromRow, alertStatusNamed } from "./alertFromRow";
import { listAlertsQuery } from "./alerts.query";
import type { AlertService } from "./alertService";
import { reconciled } from "./reconciled";

/** Alerts read from Resource Graph's `securityresources`; their status is changed in ARM. */
export function createArmAlertService(azure: Azure, cluster: ClusterScope): AlertService {
  const { resourceGraph } = azure;
  const { subscriptionId } = cluster;
  const details = loadedOnUse(async () => {
    const { createArmAlertDetails } = await import(/* webpackChunkName: "Details" */ "./armAlertDetails");
    return createArmAlertDetails(azure, cluster);
  });
  const changes = createRecentWrites<AlertStatus>();
  const lastSeen = createLastSeen<AlertStatus>((left, right) => left === right);
  /** The alerts with the status that ARM knows where it was changed a moment ago. */
  const current = <A extends Alert>(alerts: readonly A[], signal: AbortSignal | undefined) =>
    reconciled(alerts, changes, { read: (id) => readStatus(azure, id, signal), now: new Date() });
  return {
    async listPage(cursor, signal) {
      const kql = listAlertsQuery(cluster);
      const countBy = "openSeverity";
      const query = {
        commandName: "Dashboard/ListAlerts",
        kql,
        subscriptionId,
        countBy: [countBy, "workState"],
        cursor,
      };
      const page = findingsPage(
        await runResourceGraph(resourceGraph, query, signal),
        { countBy, levels: alertSeverities },
        alertFromRow,
      );
      return { ...page, items: await current(page.items, signal) };
    },

    async get(id, signal) {
      const alert = await details.get(id, signal);
      const [known = alert] = await current([alert], signal);
      return { ...alert, status: known.status };
    },

    related: (alert, signal) => details.related(alert, signal),

    changeStatus(id, status, { seen, signal } = {}) {
      return asService(async () => {
        const now = seen && (await readStatus(azure, id, signal));
        // What ARM doesn't report can't be compared: the status that was chosen is set.
        if (now && now !== status && !lastSeen.mayReplace(id, seen, now)) {
          changes.remember(id, now, new Date());
          throw changedFailure(now);
        }
        if (now !== status) {
          const { changeAlertStatus } = await loadChange();
          await sayingWhoMay(status, changeAlertStatus(azure, id, status, signal));
        }
        lastSeen.remember(id, status);
        changes.remember(id, status, new Date());
      });
    },
  };
}

/** What only those who change something need. */
const loadChange = () =>
  loadCode(() => import(/* webpackChunkName: "MoreServices" */ "./armChangeAlertStatus"));

function changedFailure(now: AlertStatus): FailureError {
  const message = format(StatusTexts.changed, StatusTexts[now]);
  return new FailureError({ kind: "conflict", code: "PreconditionFailed", message });
}

/** No list of actions for custom roles has "in progress": a refusal says what helps (facts: real-data.md §3). */
async function sayingWhoMay(status: AlertStatus, change: Promise<void>): Promise<void> {
  try {
    await change;
  } catch (error) {
    const failure = isCanceled(error) ? undefined : failureFrom(error);
    if (status !== "InProgress" || failure?.kind !== "forbidden") {
      throw error;
    }
    throw new FailureError({ ...failure, message: `${failure.message} ${StatusTexts.onlyWildcards}` });
  }
}

async function readStatus(
  { arm }: Azure,
  id: string,
  signal: AbortSignal | undefined,
): Promise<AlertStatus | undefined> {
  const resource = {
    commandName: "Dashboard/ReadAlertStatus",
    path: armPath`${id}`,
    apiVersion: apiVersions.alerts,
  };
  const properties = recordOf(recordOf(await getArm(arm, resource, signal)).properties);
  return alertStatusNamed(properties.status);
}
