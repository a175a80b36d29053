import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import { alertStatuses, type Alert, type AlertStatus } from "./alert";
import { dateOf, firstTextOf, property, textOf, type JsonRecord } from "../Core/json";
import { resourceIdsOf } from "./alertPlace";
import { alertSeverities, levelNamed } from "../Core/level";
import type { MapResult } from "../Core/mapResult";
import { affectedName } from "../Core/scaleSetNode";

/** When an alert was last updated, best first. */
const updateTimes = ["updatedTimeUtc", "processingEndTimeUtc", "timeGeneratedUtc"] as const;

/**
 * Reads a row of the list query or the properties of an alert, in PascalCase or camelCase. An alert without an id or with a severity
 * outside the scale cannot be placed in the list and becomes a gap; anything else that is missing is shown as missing.
 */
export function alertFromRow(row: JsonRecord): MapResult<Alert> {
  const id = idOf(row);
  const severity = levelNamed(alertSeverities, property(row, "severity"));
  const title = firstTextOf(property(row, "alertDisplayName"), property(row, "alertType"));
  if (id === undefined) {
    return unreadableRow("Alert", title ?? "?", "id", row.id);
  }
  if (severity === undefined) {
    return unreadableRow("Alert", title ?? lastSegment(id), "severity", property(row, "severity"));
  }
  return {
    item: {
      id,
      title: title ?? lastSegment(id),
      severity,
      status: alertStatusNamed(property(row, "status")),
      alertType: textOf(property(row, "alertType")) ?? "",
      startTime: dateOf(property(row, "startTimeUtc")),
      updatedTime: updateTimes.map((name) => dateOf(property(row, name))).find((time) => time !== undefined),
      compromisedEntity: affectedName(
        textOf(property(row, "compromisedEntity")) ?? "",
        resourceIdsOf(property(row, "resourceIdentifiers")),
      ),
    },
  };
}

/** Exported alerts say `New` for what the API calls `Active`. `undefined` for a status that this product does not know. */
export function alertStatusNamed(value: unknown): AlertStatus | undefined {
  const text = textOf(value)?.toLowerCase();
  return text === "new" ? "Active" : alertStatuses.find((status) => status.toLowerCase() === text);
}

function idOf({ id }: JsonRecord): string | undefined {
  return typeof id === "string" && id !== "" ? id : undefined;
}

function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
