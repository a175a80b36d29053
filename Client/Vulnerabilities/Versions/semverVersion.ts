import { compareNumerals, compareTexts } from "./numerals";
import { comparePlaceByPlace } from "./placeByPlace";

interface Semver {
  readonly numbers: readonly string[];
  readonly preRelease: readonly string[];
}

/**
 * SemVer 2.0.0, items 2, 9 and 10; besides, Go's leading "v", and from one number to NuGet's four. Releases of Go itself are called
 * `go1.22.1`, their pre-releases `1.22rc1` (go.dev/doc/toolchain, "Go versions").
 */
const shape =
  /^(?:v|go)?(\d+(?:\.\d+){0,3})(?:-([a-z\d-]+(?:\.[a-z\d-]+)*)|(alpha|beta|rc)(\d+))?(?:\+[a-z\d.-]+)?$/i;

/** SemVer 2.0.0, item 11: the numbers, then a pre-release before its release. Build metadata does not count. */
export function compareSemverVersions(left: string, right: string): number | undefined {
  const [a, b] = [parse(left), parse(right)];
  return (
    a &&
    b &&
    (comparePlaceByPlace(a.numbers, b.numbers, (one = "0", other = "0") => compareNumerals(one, other)) ||
      comparePreReleases(a.preRelease, b.preRelease))
  );
}

/** NuGet's documentation, "Package versioning": as SemVer, but pre-release labels in any letter case are the same. */
export function compareNugetVersions(left: string, right: string): number | undefined {
  return compareSemverVersions(left.toLowerCase(), right.toLowerCase());
}

function parse(text: string): Semver | undefined {
  const [whole, numbers = "", preRelease, word, number] = shape.exec(text) ?? [];
  if (whole === undefined) {
    return undefined;
  }
  const ofGo = word === undefined || number === undefined ? [] : [word, number];
  return { numbers: numbers.split("."), preRelease: preRelease?.split(".") ?? ofGo };
}

function comparePreReleases(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) {
    return right.length - left.length;
  }
  return comparePlaceByPlace(left, right, compareIdentifiers);
}

/** SemVer 2.0.0, item 11.4: numbers come before words, and a shorter list before a longer one. */
function compareIdentifiers(left: string | undefined, right: string | undefined): number {
  if (left === undefined || right === undefined) {
    return Number(right === undefined) - Number(left === undefined);
  }
  const [leftIsNumber, rightIsNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
  if (leftIsNumber && rightIsNumber) {
    return compareNumerals(left, right);
  }
  return Number(rightIsNumber) - Number(leftIsNumber) || compareTexts(left, right);
}
