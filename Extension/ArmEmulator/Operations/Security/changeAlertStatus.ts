import { apiVersions } from "../../Server/apiVersions";
import type { Operation } from "../../Server/operation";
import { changeAlertStatus } from "../../World/Security/Alerts/alertStatus";
import type { AlertStatusName } from "../../World/Security/Alerts/alertState";
import { groupScope } from "../scopes";
import { alertScopes, findAlert } from "./alertScopes";

interface StatusChange {
  /** Last segment of the path, and of the RBAC action. */
  readonly verb: string;
  readonly status: AlertStatusName;
  readonly apiVersions: readonly string[];
}

const statusChanges: readonly StatusChange[] = [
  { verb: "dismiss", status: "Dismissed", apiVersions: apiVersions.alerts },
  { verb: "resolve", status: "Resolved", apiVersions: apiVersions.alerts },
  { verb: "activate", status: "Active", apiVersions: apiVersions.alerts },
  // No published list of RBAC actions has this one; its name follows the others.
  { verb: "inProgress", status: "InProgress", apiVersions: apiVersions.alertsInProgress },
];

/** Last segments of the paths. */
export const alertVerbs: readonly string[] = statusChanges.map(({ verb }) => verb);

/** Gives one alert another status. ARM shows it at once, Resource Graph some seconds later. */
const change = (scope: string, { verb, status, apiVersions: versions }: StatusChange): Operation => ({
  method: "POST",
  path: `${scope}/providers/Microsoft.Security/locations/{location}/alerts/{alertName}/${verb}`,
  apiVersions: versions,
  action: `Microsoft.Security/locations/alerts/${verb}/action`,
  scope: groupScope,
  handle(context) {
    changeAlertStatus(findAlert(context), status, context.now);
    return { status: 204 };
  },
});

/** The four state actions of alerts, at subscription and resource group. */
export const changeAlertStatusOperations: readonly Operation[] = alertScopes.flatMap((scope) =>
  statusChanges.map((statusChange) => change(scope, statusChange)),
);
