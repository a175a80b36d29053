import type { Azure } from "../Azure/azure";
import { findingsPage, onlyFinding } from "../Azure/findingsPage";
import { runResourceGraph } from "../Azure/runResourceGraph";
import type { ClusterScope } from "../Domain/clusterScope";
import { alertSeverities } from "../Domain/level";
import { alertDetailsFromRow } from "./alertDetailsFromRow";
import { alertFromRow } from "./alertFromRow";
import { alertDetailsQuery, listAlertsQuery } from "./alerts.query";
import type { AlertService } from "./alertService";

/** Alerts read from Resource Graph's `securityresources`. */
export function createArmAlertService({ resourceGraph }: Azure, cluster: ClusterScope): AlertService {
  const { subscriptionId } = cluster;
  return {
    async listPage(cursor, signal) {
      const kql = listAlertsQuery(cluster);
      const countBy = "severity";
      const query = { commandName: "Dashboard/ListAlerts", kql, subscriptionId, countBy: [countBy], cursor };
      return findingsPage(
        await runResourceGraph(resourceGraph, query, signal),
        { countBy, levels: alertSeverities },
        alertFromRow,
      );
    },

    async get(id, signal) {
      const query = {
        commandName: "Dashboard/GetAlert",
        kql: alertDetailsQuery(cluster, id),
        subscriptionId,
      };
      return onlyFinding(await runResourceGraph(resourceGraph, query, signal), alertDetailsFromRow);
    },
  };
}
