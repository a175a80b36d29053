import type { ApiVersion } from "../../Client/Core/apiVersionTable";

/**
 * The day on which the table was compared with what is public: specifications, templates, the SDK, and the pages about how long versions
 * last. There is no list for all of Azure.
 *
 * - https://learn.microsoft.com/azure/developer/intro/azure-service-sdk-tool-versioning is the policy: stable versions stay for years,
 *   and for three at least after a version that breaks something. A preview may end 90 days after a newer version. Single retirements
 *   are announced to who uses them.
 * - https://learn.microsoft.com/azure/aks/concepts-preview-api-life-cycle has dates for previews of AKS, which end about a year after
 *   they came. It has none for stable versions.
 */
export const apiVersionsSeenOn = "2026-11-30";

/** Days after which the table has to be compared again. */
export const daysUntilCompared = 180;

/**
 * What is wrong with rows of such a table on a day (`2026-11-29`), by name: a version that Azure no longer answers, a preview that may
 * have ended by the policy, or a version that is newer than the newest. `seenOn`: the day on which the table was compared with what is
 * public. Too long ago is a problem as well, since what was announced since isn't in it.
 */
export function apiVersionProblems(
  table: Readonly<Record<string, ApiVersion>>,
  today: string,
  seenOn: string,
): readonly string[] {
  const age = daysBetween(seenOn, today);
  const isOld = !(age <= daysUntilCompared);
  return [
    ...(isOld
      ? [`The table was compared with what is public on ${seenOn}, ${age} days ago. Compare it again.`]
      : []),
    ...Object.entries(table).flatMap(([name, row]) => rowProblems(name, row, today)),
  ];
}

function rowProblems(
  name: string,
  { used, newestSeen, retiredOn }: ApiVersion,
  today: string,
): readonly string[] {
  const wrong = [used, newestSeen].filter((one) => !form.test(one));
  if (wrong.length > 0) {
    return wrong.map((one) => `${name}: ${one} is no api-version`);
  }
  const [usedDay, newestDay] = [used.slice(0, day), newestSeen.slice(0, day)];
  const isSuperseded = isPreview(used) && used !== newestSeen && daysBetween(newestDay, today) > previewDays;
  return [
    ...(usedDay > newestDay ? [`${name}: ${used} is newer than ${newestSeen}`] : []),
    ...(isSuperseded ? [`${name}: ${used} may have ended ${previewDays} days after ${newestSeen}`] : []),
    // Also a date that can't be read: nothing may pass for lack of a comparison.
    ...(retiredOn !== undefined && !(daysBetween(today, retiredOn) > 0)
      ? [`${name}: ${used} was retired on ${retiredOn}; the newest seen is ${newestSeen}`]
      : []),
  ];
}

const isPreview = (version: string) => version.endsWith("-preview");

/** `NaN`: one of them isn't a day. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

const form = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(-preview)?$/;
const day = "2026-11-29".length;
/** By the policy: how long a preview stays after a newer version. */
const previewDays = 90;
