import type { Azure } from "../Azure/azure";
import { Messages } from "../Azure/Messages.resjson";
import { runResourceGraph, type ResourceGraphPage } from "../Azure/runResourceGraph";
import type { Alert } from "../Domain/alert";
import type { ClusterScope } from "../Domain/clusterScope";
import { FailureError, type Failure } from "../Domain/failure";
import { fillIn } from "../Domain/fillIn";
import { alertSeverities, levelNamed, type LevelCounts } from "../Domain/level";
import type { FindingsPage } from "../Domain/listing";
import { alertDetailsFromRow } from "./alertDetailsFromRow";
import { alertFromRow } from "./alertFromRow";
import { alertDetailsQuery, listAlertsQuery } from "./alerts.query";
import type { AlertService } from "./alertService";

/** Alerts read from Resource Graph's `securityresources`. */
export function createArmAlertService(azure: Azure, cluster: ClusterScope): AlertService {
  const { subscriptionId } = cluster;
  return {
    async listPage(cursor, signal) {
      const page = await runResourceGraph(
        azure.resourceGraph,
        {
          commandName: "Dashboard/ListAlerts",
          kql: listAlertsQuery(cluster),
          subscriptionId,
          countBy: "severity",
          cursor,
        },
        signal,
      );
      return toFindingsPage(page);
    },

    async get(id, signal) {
      const { rows } = await runResourceGraph(
        azure.resourceGraph,
        {
          commandName: "Dashboard/GetAlert",
          kql: alertDetailsQuery(cluster, id),
          subscriptionId,
        },
        signal,
      );
      const [row] = rows;
      if (!row) {
        throw new FailureError({ kind: "notFound", message: Messages.alertGone });
      }
      const mapped = alertDetailsFromRow(row);
      if ("gap" in mapped) {
        throw new FailureError(mapped.gap);
      }
      return mapped.item;
    },
  };
}

function toFindingsPage(page: ResourceGraphPage): FindingsPage<Alert> {
  const items: Alert[] = [];
  const gaps: Failure[] = [];
  for (const row of page.rows) {
    const mapped = alertFromRow(row);
    if ("gap" in mapped) {
      gaps.push(mapped.gap);
    } else {
      items.push(mapped.item);
    }
  }
  for (let stranger = 0; stranger < page.strangers; stranger += 1) {
    gaps.push({ kind: "unexpected", message: fillIn(Messages.unreadableRow, "Alert", "?", "row") });
  }
  return {
    items,
    gaps,
    total: page.total,
    levels: page.counts && levelsOf(page.counts),
    next: page.next,
    asOf: new Date(),
  };
}

/** Levels of the scale only: rows of any other level are gaps, and are counted as such. */
function levelsOf(counts: ReadonlyMap<string, number>): LevelCounts {
  const levels: Partial<Record<(typeof alertSeverities)[number], number>> = {};
  for (const [text, count] of counts) {
    const level = levelNamed(alertSeverities, text);
    if (level) {
      levels[level] = (levels[level] ?? 0) + count;
    }
  }
  return levels;
}
