import { FailureError } from "../Domain/failure";
import { fillIn } from "../Domain/fillIn";
import { Messages } from "../Azure/Messages.resjson";

/** Where an alert is kept: what ARM's operations on it need. */
export interface AlertPlace {
  readonly subscriptionId: string;
  /** `undefined` for an alert of the subscription itself. */
  readonly resourceGroup: string | undefined;
  /** Location of Defender for Cloud's data, not of the resource. */
  readonly location: string;
  readonly name: string;
}

const pattern =
  /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?\/providers\/Microsoft\.Security\/locations\/([^/]+)\/alerts\/([^/]+)$/i;

/** Reads the ARM id of an alert. Throws {@link FailureError} when it is none. */
export function alertPlaceOf(id: string): AlertPlace {
  const match = pattern.exec(id);
  if (!match) {
    throw new FailureError({ kind: "invalid", message: fillIn(Messages.notAnAlertId, id) });
  }
  const [, subscriptionId = "", resourceGroup, location = "", name = ""] = match;
  return { subscriptionId, resourceGroup, location, name };
}
