/**
 * How a pool's image stands to the one that AKS calls the newest. `newer`: it is above that one, which is no update then. `other`:
 * images of different families, which have no order.
 */
export type ImageState = "latest" | "newer" | "outdated" | "other" | "unknown";

export function imageStateOf(image: string | undefined, latest: string | undefined): ImageState {
  if (image === undefined || latest === undefined) {
    return "unknown";
  }
  const order =
    image.trim().toLowerCase() === latest.trim().toLowerCase() ? 0 : compareNodeImages(image, latest);
  if (order === undefined) {
    return "other";
  }
  // Images come to regions one after the other: a pool may have a newer one than its region calls the latest.
  return order === 0 ? "latest" : order > 0 ? "newer" : "outdated";
}

/** Below zero when `left` is the older image, 0 for the same image; `undefined` when they are not of one family. */
export function compareNodeImages(left: string, right: string): number | undefined {
  const [one, other] = [partsOf(left), partsOf(right)];
  if (one?.family !== other?.family || one?.scheme !== other?.scheme) {
    return undefined;
  }
  return one && other && compareNumbers(one.numbers, other.numbers);
}

interface ImageParts {
  readonly family: string;
  /** What the numbers mean: only images that are numbered alike are compared. */
  readonly scheme: "date" | "windowsBuild" | "plain";
  readonly numbers: readonly number[];
}

/**
 * Linux images end in a date and a number (`AKSUbuntu-2204gen2containerd-202611.10.0`; until 2022 `…-2022.10.03`), Windows
 * images in the build of Windows, its revision and a date (`AKSWindows-2022-containerd-20348.4297.251014`), as in the release
 * notes of AKS. Months may lack their zero. `undefined`: neither.
 */
function partsOf(image: string): ImageParts | undefined {
  const [, family, tail] = /^(.+?)[-:](\d+(?:\.\d+)+)$/.exec(image.trim().toLowerCase()) ?? [];
  if (family === undefined || tail === undefined) {
    return undefined;
  }
  const [first = "", ...rest] = tail.split(".");
  if (family.startsWith("akswindows")) {
    const [revision = "", ...date] = rest;
    return {
      family,
      scheme: "windowsBuild",
      numbers: [Number(first), Number(revision), ...date.flatMap(shortDateOf)],
    };
  }
  const [, year, month] = /^(20\d\d)(\d{1,2})?$/.exec(first) ?? [];
  return year === undefined
    ? { family, scheme: "plain", numbers: tail.split(".").map(Number) }
    : {
        family,
        scheme: "date",
        numbers: [year, ...(month === undefined ? [] : [month]), ...rest].map(Number),
      };
}

/** Year, month and day of `251014`, or of `25914` without the zero; what is no date stays a number. */
function shortDateOf(text: string): readonly number[] {
  const [, ...parts] = /^(\d\d)(\d{1,2})(\d\d)$/.exec(text) ?? [];
  return parts.length === 0 ? [Number(text)] : parts.map(Number);
}

/** Place by place; a place that is missing counts as 0. */
function compareNumbers(left: readonly number[], right: readonly number[]): number {
  const places = Array.from({ length: Math.max(left.length, right.length) }, (_, place) => place);
  const first = places.find((place) => (left[place] ?? 0) !== (right[place] ?? 0));
  return first === undefined ? 0 : (left[first] ?? 0) - (right[first] ?? 0);
}
