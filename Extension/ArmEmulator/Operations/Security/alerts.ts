import { apiVersions } from "../../Server/apiVersions";
import type { ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { alertProperties } from "../../World/Security/Alerts/alertStatus";
import type { WorldAlert } from "../../World/world";
import { groupScope } from "../scopes";
import { alertScopes, alertsIn, findAlert } from "./alertScopes";
import { pageOf } from "../paging";

const pageSize = 100;

const list = (path: string): Operation => ({
  method: "GET",
  path,
  apiVersions: apiVersions.alerts,
  action: "Microsoft.Security/alerts/read",
  scope: groupScope,
  handle: listAlerts,
});

const get = (path: string): Operation => ({
  method: "GET",
  path: `${path}/{alertName}`,
  apiVersions: apiVersions.alerts,
  action: "Microsoft.Security/locations/alerts/read",
  scope: groupScope,
  handle: (context) => ({ status: 200, body: toWire(context)(findAlert(context)) }),
});

/** Reads of alerts, of a subscription or a resource group, of all locations or one. */
export const alertOperations: readonly Operation[] = alertScopes.flatMap((scope) => [
  list(`${scope}/providers/Microsoft.Security/alerts`),
  list(`${scope}/providers/Microsoft.Security/locations/{location}/alerts`),
  get(`${scope}/providers/Microsoft.Security/locations/{location}/alerts`),
]);

function listAlerts(context: ArmContext): ArmResponse {
  return { status: 200, body: pageOf(alertsIn(context).map(toWire(context)), context.request, pageSize) };
}

/** Properties that came with 2022-01-01. */
const recent = ["version", "techniques", "subTechniques", "supportingEvidence"];

/** An alert as the asked api-version returns it. */
function toWire({ request }: ArmContext): (alert: WorldAlert) => Readonly<Record<string, unknown>> {
  const isOld = request.query.get("api-version") === "2021-11-01";
  return (alert) => {
    const { id, name } = alert;
    const known = Object.entries(alertProperties(alert)).filter(([key]) => !isOld || !recent.includes(key));
    return { id, name, type: "Microsoft.Security/Locations/alerts", properties: Object.fromEntries(known) };
  };
}
