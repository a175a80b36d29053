import { compareNodeImages } from "../Core/nodeImage";
import { compareVersions } from "./Versions/compareVersions";
import type { Vulnerability } from "./vulnerability";

/** Below zero when `left` is the older version; `undefined` when they cannot be compared. */
export type VersionOrder = (left: string, right: string) => number | undefined;

/** The order of what a newer version is of. */
export function versionOrder({
  updates,
  ecosystem,
}: Pick<Vulnerability, "ecosystem" | "updates">): VersionOrder {
  switch (updates) {
    case "package":
      return (left, right) => compareVersions(ecosystem, left, right);
    case "nodeImage":
      return compareNodeImages;
    case "kubernetes":
      return (left, right) => compareVersions("semver", left, right);
  }
}

type Fixable = Pick<Vulnerability, "ecosystem" | "fixedVersion" | "installed" | "updates">;

/**
 * The versions that close a CVE for what is installed, each once: one, or several where several versions of different branches
 * are installed. None: nothing that is named is above what is installed. What cannot be compared is taken as it is reported.
 */
export function updateTargets(vulnerability: Fixable): readonly string[] {
  const { installed } = vulnerability;
  const all = installed.length === 0 ? [undefined] : installed;
  return [...new Set(all.flatMap((version) => updateTarget(vulnerability, version) ?? []))];
}

/** The same for one installed version; `undefined`: nothing that is named is above it. */
export function updateTarget(vulnerability: Fixable, installed: string | undefined): string | undefined {
  const order = versionOrder(vulnerability);
  const { fixedVersion } = vulnerability;
  const versions = namedVersions(fixedVersion, order);
  const isComparable =
    installed !== undefined && versions.every((version) => order(version, installed) !== undefined);
  if (!isComparable) {
    return versions.length === 1 ? versions[0] : fixedVersion;
  }
  const isAbove = (version: string) => (order(version, installed) ?? 0) > 0;
  const own = versions.find((version) => isOnBranch(installed, version, versions));
  if (own !== undefined) {
    return isAbove(own) ? own : undefined;
  }
  return versions.filter(isAbove).sort((left, right) => order(left, right) ?? 0)[0];
}

/** Words and signs beside the versions of a text: "at least 3.2.15 or 4.0.7 and later". */
const besides = /^(?:>=|=>|=|==|~>|\^|or|and|later|newer|above|higher)$/i;

/** The versions that a text names, one for each branch; the text as it is when it holds anything else. */
function namedVersions(text: string, order: VersionOrder): readonly string[] {
  const parts = text
    .split(/[\s,;|/]+/)
    .map((part) => part.replace(/^(?:>=|=>|==?|~>|\^)(?=\w)/, ""))
    .filter((part) => part !== "" && !besides.test(part));
  const isUnderstood = parts.length > 0 && parts.every((part) => order(part, part) !== undefined);
  return isUnderstood ? [...new Set(parts)] : [text.trim()];
}

/**
 * Whether what is installed is on the branch of a version: the numbers that tell the version from all the others of its text are
 * also those of what is installed. Of "3.2.15, 4.0.7" the branches are 3 and 4, of "7.0.8, 7.1.3" they are 7.0 and 7.1.
 */
function isOnBranch(installed: string, version: string, versions: readonly string[]): boolean {
  const [own, numbers] = [numbersOf(installed), numbersOf(version)];
  const length = Math.max(
    0,
    ...versions.map((other) => (other === version ? 0 : sharedWith(numbers, other) + 1)),
  );
  return Array.from({ length }).every((_, place) => own[place] === numbers[place]);
}

function sharedWith(numbers: readonly string[], other: string): number {
  const others = numbersOf(other);
  const place = numbers.findIndex((number, index) => number !== others[index]);
  return place < 0 ? numbers.length : place;
}

/** All numbers of a version, the epoch first, which is 0 where there is none. */
function numbersOf(version: string): readonly string[] {
  const numbers = (version.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ""));
  return /^\s*\d+[:!]/.test(version) ? numbers : ["0", ...numbers];
}
