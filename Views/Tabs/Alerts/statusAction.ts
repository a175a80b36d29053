import type { AlertStatus } from "../../../Client/Alerts/alert";

/** RBAC action that each status needs. "In progress" is not among the published actions; it is named as its operation is. */
export const statusActions: Readonly<Record<AlertStatus, string>> = {
  Active: "Microsoft.Security/locations/alerts/activate/action",
  InProgress: "Microsoft.Security/locations/alerts/inProgress/action",
  Resolved: "Microsoft.Security/locations/alerts/resolve/action",
  Dismissed: "Microsoft.Security/locations/alerts/dismiss/action",
};
