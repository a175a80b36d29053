import { compareNumerals } from "./numerals";
import { comparePlaceByPlace } from "./placeByPlace";

interface ComposerVersion {
  readonly numbers: readonly string[];
  readonly stage: number;
  readonly stageNumbers: readonly string[];
  readonly isDevelopment: boolean;
}

/** In ascending order, as PHP's `version_compare` has them; without one of them, a version is released. */
const stages = ["dev", "alpha", "beta", "rc", "stable", "patch"] as const;
const shortNames = new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["p", "patch"],
  ["pl", "patch"],
]);

/** Composer's documentation, "Versions and constraints": up to four numbers, a stability, `-dev`; build metadata does not count. */
const shape =
  /^v?(\d+(?:\.\d+){0,3})(?:[._-]?(stable|alpha|beta|rc|patch|pl|a|b|p)((?:[.-]?\d+(?:[.-]\d+)*)?))?([.-]?dev)?(?:\+\S+)?$/;

/** Composer's order: the numbers, then the stability, whose own development version comes before it. */
export function compareComposerVersions(left: string, right: string): number | undefined {
  const [a, b] = [parse(left), parse(right)];
  return (
    a &&
    b &&
    (comparePlaceByPlace(a.numbers, b.numbers, (one = "0", other = "0") => compareNumerals(one, other)) ||
      a.stage - b.stage ||
      comparePlaceByPlace(a.stageNumbers, b.stageNumbers, compareStageNumbers) ||
      Number(b.isDevelopment) - Number(a.isDevelopment))
  );
}

/** `beta` comes before `beta0`. */
function compareStageNumbers(left: string | undefined, right: string | undefined): number {
  return left === undefined || right === undefined
    ? Number(right === undefined) - Number(left === undefined)
    : compareNumerals(left, right);
}

function parse(text: string): ComposerVersion | undefined {
  const match = shape.exec(text.toLowerCase());
  if (!match) {
    return undefined;
  }
  const [, numbers = "", name, stageNumbers = "", development] = match;
  const isDevelopment = development !== undefined;
  const stage = name ?? (isDevelopment ? "dev" : "stable");
  return {
    numbers: numbers.split("."),
    stage: stages.findIndex((one) => one === (shortNames.get(stage) ?? stage)),
    stageNumbers: stageNumbers.match(/\d+/g) ?? [],
    isDevelopment,
  };
}
