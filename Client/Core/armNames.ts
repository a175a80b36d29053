import { isVisible } from "./visibleText";

/** Names that Azure allows. A text with any other name isn't taken for an id: no URL, query or command is built from it. */

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Letters and digits of any script, `_`, `-`, `.` and parentheses; no dot at the end (Microsoft.Resources/resourcegroups). */
const groupName = /^[\p{L}\p{M}\p{Nd}\p{Pc}().-]{0,89}[\p{L}\p{M}\p{Nd}\p{Pc}()-]$/u;
/** Microsoft.ContainerService/managedClusters: at most 63 characters. */
const clusterName = /^[A-Za-z0-9](?:[\w-]{0,61}[A-Za-z0-9])?$/;
/** What servers, proxies and programs may read as more than a part of a name: no name of ARM has it. */
const tricky = /[/\\%]|[\p{Cc}\p{Cs}]/u;

/** Subscriptions are GUIDs. */
export function isSubscriptionId(text: string): boolean {
  return guid.test(text);
}

/**
 * Ids are compared in lower case, so a letter that shares its lower case with another (the Kelvin sign isn't a k) would name
 * a different group. An invisible letter or mark would show one group and mean another.
 */
export function isResourceGroupName(text: string): boolean {
  const isItself = (letter: string) => letter.toLowerCase().toUpperCase() === letter.toUpperCase();
  return groupName.test(text) && isVisible(text) && [...text].every(isItself);
}

export function isClusterName(text: string): boolean {
  return clusterName.test(text);
}

/** Whether a text can be one part of an id: `*`, spaces and the like can, and are encoded in URLs; `..` leads elsewhere. */
export function isIdSegment(text: string): boolean {
  return text !== "" && text !== "." && text !== ".." && !tricky.test(text);
}

/**
 * Whether the text is an id of ARM: parts that can be some, a subscription that is a GUID, a resource group that can be one.
 * What else it names is not looked at.
 */
export function isArmId(text: string): boolean {
  const [empty, ...segments] = text.split("/");
  if (empty !== "" || segments.length < 2 || !segments.every(isIdSegment)) {
    return false;
  }
  const [root, ...rest] = segments;
  switch (root?.toLowerCase()) {
    case "providers":
      return true;
    case "subscriptions":
      return isInSubscription(rest);
    default:
      return false;
  }
}

function isInSubscription([subscriptionId = "", groups = "", group = ""]: readonly string[]): boolean {
  const isInGroup = groups.toLowerCase() === "resourcegroups";
  return isSubscriptionId(subscriptionId) && (!isInGroup || isResourceGroupName(group));
}
