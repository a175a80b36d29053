import type { SecurityCenter } from "@azure/arm-security";
import { createSerializer, type OperationSpec } from "@azure/core-client";
import { apiVersions, armOrigin, callOptions } from "../Azure/arm";
import type { AlertStatus } from "../Domain/alert";
import { alertPlaceOf, type AlertPlace } from "./alertPlace";

/**
 * Sets the status of one alert. Three of the four have operations in the SDK; "in progress" came with a later api-version and
 * goes through the same client. Rejects with the SDK's error.
 */
export async function changeAlertStatus(
  client: SecurityCenter,
  alertId: string,
  status: AlertStatus,
  signal: AbortSignal | undefined,
): Promise<void> {
  const place = alertPlaceOf(alertId);
  const options = callOptions("Dashboard/ChangeAlertStatus", signal);
  if (status === "InProgress") {
    await client.sendOperationRequest({ options }, inProgress(place));
    return;
  }
  const { location, name, resourceGroup } = place;
  const { alerts } = client;
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

function inProgress({ subscriptionId, resourceGroup, location, name }: AlertPlace): OperationSpec {
  const group = resourceGroup === undefined ? "" : `/resourceGroups/${encodeURIComponent(resourceGroup)}`;
  return {
    httpMethod: "POST",
    baseUrl: armOrigin,
    path: `/subscriptions/${subscriptionId}${group}/providers/Microsoft.Security/locations/${encodeURIComponent(location)}/alerts/${encodeURIComponent(name)}/inProgress?api-version=${apiVersions.alertInProgress}`,
    responses: { 204: {}, default: { isError: true } },
    serializer: createSerializer({}, false),
  };
}
