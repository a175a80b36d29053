import { isRecord } from "../../../Client/Core/json";
import { sameJson } from "../../../Client/Core/sameJson";

/** What quick fixes change of a cluster, in lower case: the policy add-on, the Defender profile, the authorized IP ranges. */
const changedByFixes: readonly string[] = [
  "properties.addonprofiles.azurepolicy.enabled",
  "properties.securityprofile.defender.securitymonitoring.enabled",
  "properties.securityprofile.defender.loganalyticsworkspaceresourceid",
  "properties.apiserveraccessprofile.authorizedipranges",
];

/** The properties, written with dots, that a body would change and no fix does. */
export function strangeChanges(live: unknown, body: unknown): readonly string[] {
  return changedLeaves(live, body).filter((leaf) => !changedByFixes.includes(leaf.toLowerCase()));
}

/**
 * Differences down to single values; lists are single values, and an object that is not there counts as an empty one. What is empty
 * where nothing was is a difference by itself: it may enable something, or replace a default.
 */
function changedLeaves(before: unknown, after: unknown, path = ""): readonly string[] {
  if (sameJson(before, after)) {
    return [];
  }
  if (before === undefined && isEmpty(after)) {
    return [path];
  }
  const [left, right] = [before ?? {}, after ?? {}];
  if (!isRecord(left) || !isRecord(right)) {
    return [path];
  }
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].flatMap((name) =>
    changedLeaves(own(left, name), own(right, name), path === "" ? name : `${path}.${name}`),
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || (isRecord(value) && Object.keys(value).length === 0);
}

function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
