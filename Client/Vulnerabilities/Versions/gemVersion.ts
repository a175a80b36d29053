import { compareNumerals, compareTexts } from "./numerals";
import { comparePlaceByPlace } from "./placeByPlace";

/** Gem::Version, "VERSION_PATTERN": numbers and words after dots; what stands behind a hyphen is a pre-release. */
const shape = /^\d+(?:\.[\da-z]+)*(?:-[\da-z-]+(?:\.[\da-z-]+)*)?$/i;

/** Ruby's order, from the documentation of Gem::Version: a place that is missing is 0, and words come before all numbers. */
export function compareGemVersions(left: string, right: string): number | undefined {
  const [a, b] = [segmentsOf(left), segmentsOf(right)];
  return a && b && comparePlaceByPlace(a, b, compareSegments);
}

function compareSegments(left = "0", right = "0"): number {
  const [isNumber, isOtherNumber] = [/^\d/.test(left), /^\d/.test(right)];
  if (isNumber && isOtherNumber) {
    return compareNumerals(left, right);
  }
  return Number(isNumber) - Number(isOtherNumber) || compareTexts(left, right);
}

/** Zeros before the first word and at the end count for nothing: 1.0.rc1 is 1.rc1. */
function segmentsOf(text: string): readonly string[] | undefined {
  if (!shape.test(text)) {
    return undefined;
  }
  const segments = text.replaceAll("-", ".pre.").match(/\d+|[a-z]+/gi) ?? [];
  const word = segments.findIndex((segment) => !/^\d/.test(segment));
  const numbers = word < 0 ? segments : segments.slice(0, word);
  return [...withoutTrailingZeros(numbers), ...withoutTrailingZeros(segments.slice(numbers.length))];
}

function withoutTrailingZeros(segments: readonly string[]): readonly string[] {
  const last = segments.findLastIndex((segment) => !/^0+$/.test(segment));
  return segments.slice(0, last + 1);
}
