import { alertDetailsFromRow } from "../../Client/Alerts/alertDetailsFromRow";
import type { AlertDetails } from "../../Client/Alerts/alert";
import { toGraphRow } from "../../Extension/ArmEmulator/ResourceGraph/alertRow";
import type { World } from "../../Extension/ArmEmulator/World/world";

/** Every alert of a world as the product reads it. */
export function alertsOf(world: World): readonly AlertDetails[] {
  return world.alerts.map((alert) => {
    const mapped = alertDetailsFromRow(toGraphRow(alert, world));
    if ("rowError" in mapped) {
      throw new Error(mapped.rowError.message);
    }
    return mapped.item;
  });
}
