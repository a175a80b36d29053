import { isIdSegment, isResourceGroupName, isSubscriptionId } from "./armNames";

/** The parts of an ARM resource id, spelled as they were given. */
interface ArmId {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  /** Provider namespace and types, for example `Microsoft.ContainerService/managedClusters`. */
  readonly resourceType: string;
  /** Name of the resource itself, the last segment. */
  readonly name: string;
}

const pattern =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+)((?:\/[^/]+\/[^/]+)+)\/?$/i;

/** Reads the id of a resource in a resource group; `undefined` when the text is not one, or names what nothing of Azure may be called. */
export function parseArmId(text: string): ArmId | undefined {
  const match = pattern.exec(text);
  if (!match) {
    return undefined;
  }
  const [, subscriptionId = "", resourceGroup = "", provider = "", path = ""] = match;
  const segments = path.split("/").slice(1);
  if (
    !isSubscriptionId(subscriptionId) ||
    !isResourceGroupName(resourceGroup) ||
    ![provider, ...segments].every(isIdSegment)
  ) {
    return undefined;
  }
  const types = segments.filter((_, index) => index % 2 === 0);
  return {
    subscriptionId,
    resourceGroup,
    resourceType: [provider, ...types].join("/"),
    name: segments.at(-1) ?? "",
  };
}

/** ARM compares ids without regard to letter case. */
export function sameArmId(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
