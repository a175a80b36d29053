import { compareNumerals, compareTexts } from "./numerals";
import { comparePlaceByPlace } from "./placeByPlace";

interface RpmVersion {
  readonly epoch: string;
  readonly version: string;
  readonly release: string;
}

/**
 * RPM's order, from rpm-version(7) and rpm's tests of `rpmvercmp`: epoch, then version, then release. RPM itself
 * skips a release that one side has not; that is no order (1-1 = 1 = 1-2), so here no release comes first.
 */
export function compareRpmVersions(left: string, right: string): number | undefined {
  const [a, b] = [parse(left), parse(right)];
  return (
    a &&
    b &&
    (compareNumerals(a.epoch, b.epoch) ||
      compareSegments(a.version, b.version) ||
      compareSegments(a.release, b.release))
  );
}

/** rpm-version(7): `[epoch:]version[-release]`; version and release have no hyphen of their own. */
function parse(text: string): RpmVersion | undefined {
  const colon = text.indexOf(":");
  const epoch = colon < 0 ? "0" : text.slice(0, colon);
  const [version = "", ...releases] = text.slice(colon + 1).split("-");
  const [release = ""] = releases;
  const valid =
    releases.length <= 1 &&
    /^\d+$/.test(epoch) &&
    /^[\w.+~^]+$/.test(version) &&
    /\d/.test(version) &&
    (releases.length === 0 || /^[\w.+~^]+$/.test(release));
  return valid ? { epoch, version, release } : undefined;
}

/** Segments are all digits, all letters, a tilde or a caret; everything else only separates them. */
function compareSegments(left: string, right: string): number {
  return comparePlaceByPlace(segmentsOf(left), segmentsOf(right), (a, b) => {
    const kind = kindOf(a);
    return (
      kind - kindOf(b) ||
      (kind === Kind.Digits ? compareNumerals(a ?? "", b ?? "") : compareTexts(a ?? "", b ?? ""))
    );
  });
}

function segmentsOf(text: string): readonly string[] {
  return text.match(/\d+|[a-z]+|[~^]/gi) ?? [];
}

/** In ascending order: a tilde comes before the end, a caret after it but before anything else that follows. */
enum Kind {
  Tilde,
  End,
  Caret,
  Letters,
  Digits,
}

function kindOf(segment: string | undefined): Kind {
  switch (segment) {
    case undefined:
      return Kind.End;
    case "~":
      return Kind.Tilde;
    case "^":
      return Kind.Caret;
    default:
      return /^\d/.test(segment) ? Kind.Digits : Kind.Letters;
  }
}
