import type { Azure } from "../Azure/Pipeline/azure";
import { itemsOf, onlyFinding } from "../Azure/ResourceGraph/findingsPage";
import { runResourceGraph, runWholeQuery } from "../Azure/ResourceGraph/runResourceGraph";
import type { ClusterScope } from "../Core/clusterScope";
import { alertDetailsFromRow } from "./alertDetailsFromRow";
import { alertDetailsQuery, alertsBetweenQuery } from "./alerts.query";
import type { AlertService } from "./alertService";
import { byActivity, relatedAlerts, type RelatedAlert } from "./relatedAlerts";

const day = 86_400_000;
/** How many alerts are read in full before others have their turn: some milliseconds. */
const atOnce = 50;

/** What the list of alerts lacks, from the same table. The status is that of Resource Graph. */
export function createArmAlertDetails(
  { clock, resourceGraph }: Azure,
  cluster: ClusterScope,
): Pick<AlertService, "get" | "related"> {
  const { subscriptionId } = cluster;
  return {
    async get(id, signal) {
      const query = {
        commandName: "Dashboard/GetAlert",
        kql: alertDetailsQuery(cluster, id),
        subscriptionId,
      };
      return onlyFinding(await runResourceGraph(resourceGraph, query, signal), alertDetailsFromRow);
    },

    async related(alert, signal) {
      const middle = (alert.startTime ?? alert.updatedTime ?? new Date()).getTime();
      const query = {
        commandName: "Dashboard/ListRelatedAlerts",
        kql: alertsBetweenQuery(cluster, new Date(middle - day), new Date(middle + day)),
        subscriptionId,
      };
      const answer = await runWholeQuery(resourceGraph, query, signal);
      const related: RelatedAlert[] = [];
      let unreadable = answer.invalidRows;
      for (let start = 0; start < answer.rows.length; start += atOnce) {
        const rows = answer.rows.slice(start, start + atOnce);
        const read = itemsOf({ rows, invalidRows: 0 }, alertDetailsFromRow);
        related.push(...relatedAlerts(alert, read.items));
        unreadable += read.unreadable;
        // A busy day has thousands, and who waits for them may type meanwhile.
        await clock.sleep(0, signal);
      }
      return { alerts: byActivity(related), unreadable };
    },
  };
}
