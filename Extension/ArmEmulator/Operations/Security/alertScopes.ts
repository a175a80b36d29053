import { ArmError } from "../../Server/arm";
import type { ArmContext } from "../../Server/operation";
import { shownAlerts } from "../../World/Security/Pricings/planEffects";
import type { WorldAlert } from "../../World/world";
import { findResourceGroup } from "../Resources/resourceGroups";

const subscription = "/subscriptions/{subscriptionId}";

/** Alerts can be reached at their subscription and at their resource group. */
export const alertScopes: readonly string[] = [
  subscription,
  `${subscription}/resourceGroups/{resourceGroup}`,
];

/** The alerts of the scope and, where the path names one, of the location. */
export function alertsIn(context: ArmContext): readonly WorldAlert[] {
  const { world, place, now } = context;
  const group = findResourceGroup(context);
  const isSame = (left: string, right: string | undefined) =>
    right === undefined || left.toLowerCase() === right.toLowerCase();
  return shownAlerts(world.alerts, now).filter(
    (alert) => isSame(alert.resourceGroup, group) && isSame(alert.location, place.location),
  );
}

/** The alert that a path names. Throws ARM's 404 when there is none in its scope. */
export function findAlert(context: ArmContext): WorldAlert {
  const name = context.place.alertName ?? "";
  const alert = alertsIn(context).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!alert) {
    throw new ArmError(404, "ResourceNotFound", `The alert '${name}' was not found.`);
  }
  return alert;
}
