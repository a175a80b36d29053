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
  return {
    epoch: groups.epoch ?? "0",
    release: groups.release?.split(".") ?? [],
    stages: [preReleaseOf(groups), postReleaseOf(groups), devReleaseOf(groups)],
    local: groups.local?.split(/[-_.]/) ?? [],
  };
}

/** What {@link shape} found; a part that the version does not have is `undefined`. */
type Groups = Readonly<Record<string, string | undefined>>;

/** A development release of the final version comes before the pre-releases of it, that version itself after them. */
function preReleaseOf({ pre, preDigits = "", dev, post, bareDigits }: Groups): Stage {
  if (pre !== undefined) {
    return { rank: rankOfPreRelease(pre), digits: preDigits };
  }
  const isDevOfFinal = dev !== undefined && post === undefined && bareDigits === undefined;
  return { rank: isDevOfFinal ? 0 : 4, digits: "" };
}

function postReleaseOf({ post, postDigits = "", bareDigits }: Groups): Stage {
  const isPost = post !== undefined || bareDigits !== undefined;
  return { rank: Number(isPost), digits: bareDigits ?? postDigits };
}

function devReleaseOf({ dev, devDigits = "" }: Groups): Stage {
  return { rank: Number(dev === undefined), digits: devDigits };
}

/** From 1 to 3: below and above stand the versions that are no pre-release. */
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
