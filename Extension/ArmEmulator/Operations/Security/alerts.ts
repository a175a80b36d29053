import { readApiVersion } from "../../Server/apiVersion";
import { asKnownIn, type Arrivals } from "../../Server/versionedBody";
import { apiVersions } from "../../Server/apiVersions";
import type { ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { alertProperties } from "../../World/Security/Alerts/alertStatus";
import type { Json, WorldAlert } from "../../World/world";
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

/** Properties by the api-versions that brought them. */
const arrivals: Arrivals = {
  "properties.version": "2022-01-01",
  "properties.techniques": "2022-01-01",
  "properties.subTechniques": "2022-01-01",
  "properties.supportingEvidence": "2022-01-01",
};

/** An alert as the asked api-version returns it. */
function toWire({ request }: ArmContext): (alert: WorldAlert) => Json {
  const version = readApiVersion(request);
  return (alert) => {
    const { id, name } = alert;
    const body = {
      id,
      name,
      type: "Microsoft.Security/Locations/alerts",
      properties: alertProperties(alert),
    };
    return asKnownIn(version, body, arrivals);
  };
}
