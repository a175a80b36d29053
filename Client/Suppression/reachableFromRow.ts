import { unreadableRow } from "../Azure/unreadableRow";
import { alertSeverities, levelNamed } from "../Domain/level";
import { dateOf, property, recordOf, structureOf, textOf, isRecord, type JsonRecord } from "../Domain/json";
import type { Mapped } from "../Domain/mapped";
import type { ReachableAlert } from "../Domain/suppressionReach";

/**
 * Reads rows of the reach query. A row whose severity or entities cannot be read is a gap: whether a rule would match it is not
 * known. `clusterId` decides which alerts are this cluster's.
 */
export function reachableFromRow(clusterId: string): (row: JsonRecord) => Mapped<ReachableAlert> {
  return (row) => {
    const properties = recordOf(row.properties);
    const read = (name: string) => property(properties, name);
    const id = textOf(row.id);
    const severity = levelNamed(alertSeverities, read("severity"));
    const entities = structureOf(read("entities") ?? []);
    if (id === undefined || severity === undefined) {
      return unreadableRow("Alert", id ?? "?", "severity", read("severity"));
    }
    if (entities === undefined || isRecord(entities)) {
      return unreadableRow("Alert", id, "entities", read("entities"));
    }
    const status = textOf(read("status"))?.toLowerCase() ?? "";
    const identifiers = JSON.stringify(read("resourceIdentifiers") ?? "").toLowerCase();
    return {
      item: {
        id,
        title: textOf(read("alertDisplayName")) ?? textOf(read("alertType")) ?? id,
        severity,
        alertType: textOf(read("alertType")) ?? "",
        entities,
        isOpen: ["active", "new", "inprogress"].includes(status),
        isThisCluster: identifiers.includes(`"${clusterId.toLowerCase()}"`),
        startTime: dateOf(read("startTimeUtc")),
        compromisedEntity: textOf(read("compromisedEntity")) ?? "",
      },
    };
  };
}
