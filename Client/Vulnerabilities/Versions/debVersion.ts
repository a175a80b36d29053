import { compareNumerals } from "./numerals";
import { comparePlaceByPlace } from "./placeByPlace";

interface DebVersion {
  readonly epoch: string;
  readonly upstream: string;
  readonly revision: string;
}

type Run = readonly [nonDigits: string, digits: string];
const noRun: Run = ["", ""];

/** Debian's order, from deb-version(7): epoch, then upstream version, then revision; what is absent counts as 0. */
export function compareDebVersions(left: string, right: string): number | undefined {
  const [a, b] = [parse(left), parse(right)];
  return (
    a &&
    b &&
    (compareNumerals(a.epoch, b.epoch) ||
      compareRuns(a.upstream, b.upstream) ||
      compareRuns(a.revision, b.revision))
  );
}

/** deb-version(7), "DESCRIPTION": `[epoch:]upstream-version[-revision]`. The last hyphen starts the revision. */
function parse(text: string): DebVersion | undefined {
  const colon = text.indexOf(":");
  const epoch = colon < 0 ? "0" : text.slice(0, colon);
  const rest = text.slice(colon + 1);
  const hyphen = rest.lastIndexOf("-");
  const upstream = hyphen < 0 ? rest : rest.slice(0, hyphen);
  const revision = hyphen < 0 ? "0" : rest.slice(hyphen + 1);
  const valid = /^\d+$/.test(epoch) && /^\d[a-z\d.+~:-]*$/i.test(upstream) && /^[a-z\d.+~]+$/i.test(revision);
  return valid ? { epoch, upstream, revision } : undefined;
}

/** deb-version(7), "Sorting algorithm": a run of non-digits and a run of digits take turns, and may be empty. */
function compareRuns(left: string, right: string): number {
  return comparePlaceByPlace<Run>(
    runsOf(left),
    runsOf(right),
    ([text, digits] = noRun, [otherText, otherDigits] = noRun) =>
      comparePlaceByPlace([...text], [...otherText], (a, b) => weightOf(a) - weightOf(b)) ||
      compareNumerals(digits, otherDigits),
  );
}

function runsOf(text: string): readonly Run[] {
  return [...text.matchAll(/(\D*)(\d*)/g)].map(([, nonDigits = "", digits = ""]) => [nonDigits, digits]);
}

/** A tilde comes before even the end of the run; letters come before everything that is not a letter. */
function weightOf(character: string | undefined): number {
  if (character === undefined) {
    return 0;
  }
  if (character === "~") {
    return -1;
  }
  return character.charCodeAt(0) + (/[a-z]/i.test(character) ? 0 : 256);
}
