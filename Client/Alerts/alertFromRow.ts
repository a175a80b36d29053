import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import { alertStatuses, type Alert, type AlertStatus } from "./alert";
import { dateOf, property, textOf, type JsonRecord } from "../Core/json";
import { alertSeverities, levelNamed } from "../Core/level";
import type { Mapped } from "../Core/mapped";
import { resourceIdsOf } from "../Core/resourceIdentifiers";
import { affectedName } from "../Core/scaleSetNode";

/**
 * Reads a row of the list query or the properties of an alert, in PascalCase or camelCase. An alert without an id or with a severity
 * outside the scale cannot be placed in the list and becomes a gap; anything else that is missing is shown as missing.
 */
export function alertFromRow(row: JsonRecord): Mapped<Alert> {
  const id = typeof row.id === "string" && row.id !== "" ? row.id : undefined;
  const severity = levelNamed(alertSeverities, property(row, "severity"));
  const alertType = textOf(property(row, "alertType")) ?? "";
  const title = textOf(property(row, "alertDisplayName")) ?? alertType;
  if (id === undefined) {
    return unreadableRow("Alert", title || "?", "id", row.id);
  }
  if (severity === undefined) {
    return unreadableRow("Alert", title || lastSegment(id), "severity", property(row, "severity"));
  }
  return {
    item: {
      id,
      title: title || lastSegment(id),
      severity,
      status: alertStatusNamed(property(row, "status")),
      alertType,
      startTime: dateOf(property(row, "startTimeUtc")),
      updatedTime:
        dateOf(property(row, "updatedTimeUtc")) ??
        dateOf(property(row, "processingEndTimeUtc")) ??
        dateOf(property(row, "timeGeneratedUtc")),
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

function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
