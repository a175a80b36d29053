import { isArmId } from "../Core/armNames";
import { FailureError } from "../Core/failure";
import { format } from "../Core/format";
import { isRecord, property, structureOf, textOf } from "../Core/json";
import { visibleText } from "../Core/visibleText";
import { Messages } from "../Azure/Pipeline/Messages.resjson";

/** Where an alert is kept: what ARM's operations on it need. */
interface AlertPlace {
  readonly subscriptionId: string;
  /** `undefined` for an alert of the subscription itself. */
  readonly resourceGroup: string | undefined;
  /** Location of Defender for Cloud's data, not of the resource. */
  readonly location: string;
  readonly name: string;
}

const pattern =
  /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?\/providers\/Microsoft\.Security\/locations\/([^/]+)\/alerts\/([^/]+)$/i;

/** Reads the ARM id of an alert. Throws {@link FailureError} when it is none, or names what nothing of Azure may be called. */
export function alertPlaceOf(id: string): AlertPlace {
  const match = isArmId(id) ? pattern.exec(id) : null;
  if (!match) {
    throw new FailureError({ kind: "invalid", message: format(Messages.notAnAlertId, visibleText(id, 300)) });
  }
  const [, subscriptionId = "", resourceGroup, location = "", name = ""] = match;
  return { subscriptionId, resourceGroup, location, name };
}

/**
 * Where the right to change an alert is needed: its own resource group, or the subscription. Alerts on nodes lie in the node resource
 * group, where roles of the cluster's resource group do not hold (facts: real-data.md §3).
 */
export function alertScopeOf(alertId: string): string {
  return /^\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?/i.exec(alertId)?.[0] ?? alertId;
}

/** ARM ids among the `resourceIdentifiers` of an alert, in its order; those of Log Analytics and Entra ID are none. */
export function resourceIdsOf(identifiers: unknown): readonly string[] {
  const list = structureOf(identifiers);
  return (Array.isArray(list) ? list : [])
    .filter(isRecord)
    .flatMap((identifier) => textOf(property(identifier, "azureResourceId")) ?? []);
}
