import { ArmError, type ArmContext, type ArmResponse, type Operation } from "../Server/arm";
import type { WorldAlert } from "../World/world";
import { pageOf } from "./paging";
import { findResourceGroup } from "./resourceGroups";

const apiVersions = ["2021-11-01", "2022-01-01"];
const pageSize = 100;
const subscription = "/subscriptions/{subscriptionId}";
const resourceGroup = `${subscription}/resourceGroups/{resourceGroup}`;

const scopeOf = ({ subscriptionId = "", resourceGroup: group }: Readonly<Record<string, string>>) =>
  group === undefined
    ? `/subscriptions/${subscriptionId}`
    : `/subscriptions/${subscriptionId}/resourceGroups/${group}`;

const list = (path: string): Operation => ({
  method: "GET",
  path,
  apiVersions,
  action: "Microsoft.Security/alerts/read",
  scope: scopeOf,
  handle: listAlerts,
});

const get = (path: string): Operation => ({
  method: "GET",
  path: `${path}/{alertName}`,
  apiVersions,
  action: "Microsoft.Security/locations/alerts/read",
  scope: scopeOf,
  handle: getAlert,
});

/** Reads of alerts, of a subscription or a resource group, of all locations or one. */
export const alertOperations: readonly Operation[] = [subscription, resourceGroup].flatMap((scope) => [
  list(`${scope}/providers/Microsoft.Security/alerts`),
  list(`${scope}/providers/Microsoft.Security/locations/{location}/alerts`),
  get(`${scope}/providers/Microsoft.Security/locations/{location}/alerts`),
]);

function listAlerts(context: ArmContext): ArmResponse {
  return { status: 200, body: pageOf(alertsIn(context).map(toWire(context)), context.request, pageSize) };
}

function getAlert(context: ArmContext): ArmResponse {
  const name = context.place.alertName ?? "";
  const alert = alertsIn(context).find((candidate) => candidate.name === name);
  if (!alert) {
    throw new ArmError(404, "ResourceNotFound", `The alert '${name}' was not found.`);
  }
  return { status: 200, body: toWire(context)(alert) };
}

function alertsIn(context: ArmContext): readonly WorldAlert[] {
  const { world, place } = context;
  const group = findResourceGroup(context);
  const isSame = (left: string, right: string | undefined) =>
    right === undefined || left.toLowerCase() === right.toLowerCase();
  return world.alerts.filter(
    (alert) => isSame(alert.resourceGroup, group) && isSame(alert.location, place.location),
  );
}

/** Properties that came with 2022-01-01. */
const recent = ["version", "techniques", "subTechniques", "supportingEvidence"];

/** An alert as the asked api-version returns it. */
function toWire({ request }: ArmContext): (alert: WorldAlert) => Readonly<Record<string, unknown>> {
  const isOld = request.query.get("api-version") === "2021-11-01";
  return ({ id, name, properties }) => {
    const known = Object.entries(properties).filter(([key]) => !isOld || !recent.includes(key));
    return { id, name, type: "Microsoft.Security/Locations/alerts", properties: Object.fromEntries(known) };
  };
}
