import { compareNumerals, compareTexts } from "./numerals";
import { comparePlaceByPlace } from "./placeByPlace";

interface Part {
  readonly rank: number;
  readonly text: string;
}

const preReleases = ["alpha", "beta", "pre", "rc"];
const postReleases = ["cvs", "svn", "git", "hg", "p"];

/** What may stand at one place, in ascending order: pre-releases come before the end of a version, the rest after it. */
const ranks = [
  ...preReleases,
  "end",
  "revision",
  "hash",
  "suffixNumber",
  ...postReleases,
  "letter",
  "fraction",
  "number",
];
const rankOf = (name: string) => ranks.indexOf(name);
const comparedAsText = new Set(["hash", "letter", "fraction"].map(rankOf));
const end: Part = { rank: rankOf("end"), text: "" };

/** apk-package(5), "pkgver": `number{.number}...{letter}{_suffix{number}}...{~hash}{-r#}`. */
const shape =
  /^(\d+(?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~([\da-f]+))?(?:-r(\d+))?$/;

/** Alpine's order, as apk-tools 3 has it: by the first part that differs. */
export function compareApkVersions(left: string, right: string): number | undefined {
  const [a, b] = [partsOf(left), partsOf(right)];
  return (
    a &&
    b &&
    comparePlaceByPlace(
      a,
      b,
      (one = end, other = end) =>
        one.rank - other.rank ||
        (comparedAsText.has(one.rank)
          ? compareTexts(one.text, other.text)
          : compareNumerals(one.text, other.text)),
    )
  );
}

function partsOf(text: string): readonly Part[] | undefined {
  const match = shape.exec(text);
  if (!match) {
    return undefined;
  }
  const [, numbers = "", letter, suffixes = "", hash, revision] = match;
  const part = (name: string, value: string | undefined): readonly Part[] =>
    value ? [{ rank: rankOf(name), text: value }] : [];
  return [
    ...numbers.split(".").flatMap((digits, place) => part(nameOfNumber(digits, place), digits)),
    ...part("letter", letter),
    ...[...suffixes.matchAll(/_([a-z]+)(\d*)/g)].flatMap(([, name = "", digits]) => [
      { rank: rankOf(name), text: "" },
      ...part("suffixNumber", digits),
    ]),
    ...part("hash", hash),
    ...part("revision", revision),
  ];
}

/** Behind the first dot, a number with a leading zero reads like decimals: 1.01 and 1.010 come before 1.1. */
function nameOfNumber(digits: string, place: number): string {
  return place > 0 && digits.startsWith("0") ? "fraction" : "number";
}
