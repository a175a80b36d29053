import { apiVersions, callOptions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { sendArm } from "../Azure/Arm/armCalls";
import type { AlertStatus } from "./alert";
import { armPath, armUrl } from "../Core/armUrl";
import { alertPlaceOf } from "./alertPlace";

/**
 * Sets the status of one alert. Three of the four have operations in the SDK; "in progress" came with a later api-version and
 * goes by itself. Rejects with the SDK's error.
 */
export async function changeAlertStatus(
  { arm, security }: Pick<Azure, "arm" | "security">,
  alertId: string,
  status: AlertStatus,
  signal: AbortSignal | undefined,
): Promise<void> {
  const place = alertPlaceOf(alertId);
  const commandName = "Dashboard/ChangeAlertStatus";
  if (status === "InProgress") {
    const url = armUrl({ path: armPath`${alertId}/inProgress`, apiVersion: apiVersions.alertInProgress });
    await sendArm(arm, { method: "POST", url, commandName }, [204], signal);
    return;
  }
  const options = callOptions(commandName, signal);
  const { location, name, resourceGroup } = place;
  const { alerts } = await security();
  if (resourceGroup === undefined) {
    const change = {
      Active: alerts.updateSubscriptionLevelStateToActivate,
      Dismissed: alerts.updateSubscriptionLevelStateToDismiss,
      Resolved: alerts.updateSubscriptionLevelStateToResolve,
    }[status];
    await change.call(alerts, location, name, options);
    return;
  }
  const change = {
    Active: alerts.updateResourceGroupLevelStateToActivate,
    Dismissed: alerts.updateResourceGroupLevelStateToDismiss,
    Resolved: alerts.updateResourceGroupLevelStateToResolve,
  }[status];
  await change.call(alerts, location, name, resourceGroup, options);
}
