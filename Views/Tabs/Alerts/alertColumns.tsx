import { alertStatuses, type Alert } from "../../../Client/Alerts/alert";
import { format } from "../../../Client/Core/format";
import { alertSeverities } from "../../../Client/Core/level";
import type { Column } from "../../Kit/Model/findingsTab";
import { formatDate, timeZoneName } from "../../Kit/Controls/formatDate";
import { LevelBadge } from "../../Kit/Controls/LevelBadge";
import { Alerts } from "./Alerts.resjson";
import { statusLabel } from "./alertLabels";

/** Columns of the alerts grid. `now` fixes the time zone that the headers name. */
export function alertColumns(now: Date): readonly Column<Alert>[] {
  const timeZone = timeZoneName(now);
  return [
    {
      key: "severity",
      label: Alerts.columnSeverity,
      value: (alert) => alert.severity,
      render: (alert) => <LevelBadge level={alert.severity} />,
      rank: (alert) => alertSeverities.indexOf(alert.severity),
      width: 100,
      least: 80,
    },
    {
      key: "title",
      label: Alerts.columnTitle,
      value: (alert) => alert.title,
      width: 260,
      least: 180,
      grow: 1,
      isLong: true,
      isRowHeader: true,
    },
    {
      key: "startTime",
      label: format(Alerts.columnStart, timeZone),
      value: (alert) => alert.startTime,
      text: (alert) => formatDate(alert.startTime),
      width: 205,
      least: 110,
      isLong: true,
    },
    {
      key: "updatedTime",
      label: format(Alerts.columnUpdated, timeZone),
      value: (alert) => alert.updatedTime,
      text: (alert) => formatDate(alert.updatedTime),
      width: 205,
      least: 110,
      isLong: true,
    },
    {
      key: "status",
      label: Alerts.columnStatus,
      value: (alert) => statusLabel(alert.status),
      rank: (alert) => (alert.status ? alertStatuses.indexOf(alert.status) : alertStatuses.length),
      width: 100,
      least: 80,
    },
  ];
}
