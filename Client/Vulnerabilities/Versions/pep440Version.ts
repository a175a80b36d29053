import { compareNumerals, compareTexts } from "./numerals";
import { comparePlaceByPlace } from "./placeByPlace";

/** A stage that a version is in, or is not in, and which one of that stage. */
interface Stage {
  readonly rank: number;
  readonly digits: string;
}

interface Pep440Version {
  readonly epoch: string;
  readonly release: readonly string[];
  /** Pre-release, post-release and development release: the order in which they count. */
  readonly stages: readonly [pre: Stage, post: Stage, dev: Stage];
  readonly local: readonly string[];
}

/** PEP 440, "Public version identifiers", "Local version identifiers" and "Normalization". */
const shape = new RegExp(
  [
    /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,
    /(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preDigits>\d*))?/,
    /(?:-(?<bareDigits>\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postDigits>\d*))?/,
    /(?:[-_.]?(?<dev>dev)[-_.]?(?<devDigits>\d*))?/,
    /(?:\+(?<local>[a-z\d]+(?:[-_.][a-z\d]+)*))?$/,
  ]
    .map((part) => part.source)
    .join(""),
);

/** Python's order, from PEP 440, "Summary of permitted suffixes and relative ordering". */
export function comparePep440Versions(left: string, right: string): number | undefined {
  const [a, b] = [parse(left), parse(right)];
  return (
    a &&
    b &&
    (compareNumerals(a.epoch, b.epoch) ||
      comparePlaceByPlace(a.release, b.release, (one = "0", other = "0") => compareNumerals(one, other)) ||
      comparePlaceByPlace(a.stages, b.stages, compareStages) ||
      comparePlaceByPlace(a.local, b.local, compareLocalSegments))
  );
}

function parse(text: string): Pep440Version | undefined {
  const groups = shape.exec(text.toLowerCase())?.groups;
  if (!groups) {
    return undefined;
  }
  const { epoch = "0", release = "", pre, preDigits = "", bareDigits, post, postDigits = "" } = groups;
  const { dev, devDigits = "", local } = groups;
  const isPost = post !== undefined || bareDigits !== undefined;
  const preRank = pre !== undefined ? rankOfPreRelease(pre) : dev !== undefined && !isPost ? 0 : 4;
  return {
    epoch,
    release: release.split("."),
    stages: [
      { rank: preRank, digits: preDigits },
      { rank: Number(isPost), digits: bareDigits ?? postDigits },
      { rank: Number(dev === undefined), digits: devDigits },
    ],
    local: local?.split(/[-_.]/) ?? [],
  };
}

/** 0 is for a development release of the final version, 4 for that version itself. */
function rankOfPreRelease(name: string): number {
  return name.startsWith("a") ? 1 : name.startsWith("b") ? 2 : 3;
}

function compareStages(left: Stage | undefined, right: Stage | undefined): number {
  return (left?.rank ?? 0) - (right?.rank ?? 0) || compareNumerals(left?.digits ?? "", right?.digits ?? "");
}

/** PEP 440, "Local version identifiers": no segment comes before a word, and a word before a number. */
function compareLocalSegments(left: string | undefined, right: string | undefined): number {
  const kindOf = (segment: string | undefined) => (segment === undefined ? 0 : /^\d+$/.test(segment) ? 2 : 1);
  const kind = kindOf(left);
  const compare = kind === 2 ? compareNumerals : compareTexts;
  return kind - kindOf(right) || compare(left ?? "", right ?? "");
}
