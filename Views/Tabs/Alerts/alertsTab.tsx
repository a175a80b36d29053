import type { Alert } from "../../../Client/Alerts/alert";
import { alertSeverities } from "../../../Client/Core/level";
import { detailsOnUse } from "../../Kit/Details/detailsOnUse";
import { findingsSource } from "../../Kit/Session/findingsQuery";
import { defineTab } from "../../Kit/Tab/defineTab";
import type { FindingsTab } from "../../Kit/Model/findingsTab";
import { formatMoment } from "../../Kit/Controls/formatDate";
import { LevelBadge } from "../../Kit/Controls/LevelBadge";
import { alertColumns } from "./alertColumns";
import { alertFilters, openAlerts } from "./alertFilters";
import { Alerts } from "./Alerts.resjson";
import { AlertStatusMenu } from "./AlertStatusMenu";
import { useAlertCommands } from "./useAlertCommands";

export const alerts: FindingsTab<Alert> = {
  ...findingsSource("alerts"),
  title: Alerts.title,
  description: Alerts.description,
  learnMore: Alerts.learnMore,
  noun: Alerts.noun,
  counted: { one: Alerts.countedOne, many: Alerts.countedMany },
  readAction: "Microsoft.Security/locations/alerts/read",
  readScope: "resourceGroup",
  nodesReadAction: "Microsoft.Security/locations/alerts/read",
  // Without the sensor there are still those that the audit log tells of.
  coverage: { plans: ["containers"], configurations: ["ContainerSensor"] },
  levels: alertSeverities,
  levelTitle: Alerts.bySeverity,
  levelTerm: "alertSeverity",
  levelKey: "severity",
  levelOf: (alert) => alert.severity,
  titleOf: (alert) => alert.title,
  ruleOf: ({ alertType, title }) => ({ id: alertType, title }),
  columns: alertColumns(new Date()),
  filters: alertFilters(() => new Date()),
  sort: { column: "severity", descending: false },
  open: openAlerts,
  clean: { title: Alerts.cleanTitle, text: Alerts.cleanText },
  strip: (alert) => [
    { label: Alerts.stripSeverity, content: <LevelBadge level={alert.severity} /> },
    { label: Alerts.stripStatus, content: <AlertStatusMenu alert={alert} /> },
    { label: Alerts.stripActivity, content: formatMoment(alert.startTime) },
  ],
  Details: detailsOnUse(
    "alerts",
    async () => (await import(/* webpackChunkName: "DetailViews" */ "./AlertDetailsView")).AlertDetailsView,
  ),
  useCommands: useAlertCommands,
  triage: {
    name: "alerts by key",
    load: async () => (await import(/* webpackChunkName: "Actions" */ "./useAlertTriage")).useAlertTriage,
  },
};

export const alertsTab = defineTab(alerts);
