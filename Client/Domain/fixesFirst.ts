import { compareNodeImages } from "./nodeImage";
import { compareVersions } from "./Versions/compareVersions";
import type { UpdateTarget, Vulnerability } from "./vulnerability";

/** The update of one package, of the node image or of Kubernetes, that closes the most CVEs. */
export interface PackageFix {
  readonly updates: UpdateTarget;
  /** Empty of what is no package. */
  readonly packageName: string;
  /** In the service's words; packages of different types are different, whatever their names. */
  readonly packageType: string;
  readonly installed: readonly string[];
  readonly version: string;
  /** How many CVEs of the component the version closes. */
  readonly closes: number;
  /** How many CVEs the package has in the component. */
  readonly of: number;
  /** False: versions could not be compared, and only the CVEs that name this very version are counted. */
  readonly isCompared: boolean;
}

/**
 * One fix per package that has any, those that close the most first. CVEs of packages that are not named have none: they may
 * be of different packages.
 */
export function fixesFirst(vulnerabilities: readonly Vulnerability[]): readonly PackageFix[] {
  const packages = new Map<string, Vulnerability[]>();
  for (const vulnerability of vulnerabilities) {
    const { updates, packageName, packageType, ecosystem } = vulnerability;
    if (updates === "package" && packageName === "") {
      continue;
    }
    const key = JSON.stringify(updates === "package" ? [packageName, packageType, ecosystem] : [updates]);
    const known = packages.get(key) ?? [];
    known.push(vulnerability);
    packages.set(key, known);
  }
  const fixes = [...packages.values()].flatMap((group) => bestFix(group) ?? []);
  return fixes.sort(
    (left, right) => right.closes - left.closes || left.packageName.localeCompare(right.packageName),
  );
}

function bestFix(group: readonly Vulnerability[]): PackageFix | undefined {
  const fixed = group.filter(({ fix }) => fix === "fixed");
  const [first] = fixed;
  if (!first) {
    return undefined;
  }
  const versions = [...new Set(fixed.map(({ fixedVersion }) => fixedVersion))];
  const compare = (left: string, right: string) => compareIn(first, left, right);
  const isCompared =
    versions.length === 1 || versions.every((version) => compare(version, versions[0] ?? "") !== undefined);
  const candidates = versions.map((version) => ({ version, closes: closedBy(version, fixed, compare) }));
  // Of versions that close equally many, the lowest is the smallest step.
  const [best] = candidates.sort(
    (left, right) => right.closes - left.closes || (compare(left.version, right.version) ?? 0),
  );
  return (
    best && {
      updates: first.updates,
      packageName: first.updates === "package" ? first.packageName : "",
      packageType: first.updates === "package" ? first.packageType : "",
      installed: [...new Set(group.flatMap(({ installed }) => installed))],
      version: best.version,
      closes: best.closes,
      of: group.length,
      isCompared,
    }
  );
}

function compareIn({ updates, ecosystem }: Vulnerability, left: string, right: string): number | undefined {
  switch (updates) {
    case "package":
      return compareVersions(ecosystem, left, right);
    case "nodeImage":
      return compareNodeImages(left, right);
    case "kubernetes":
      return compareVersions("semver", left, right);
  }
}

/** A version closes what is fixed in it or before it. */
function closedBy(
  version: string,
  fixed: readonly Vulnerability[],
  compare: (left: string, right: string) => number | undefined,
): number {
  return fixed.filter(({ fixedVersion }) => {
    const order = compare(fixedVersion, version);
    return fixedVersion === version || (order !== undefined && order <= 0);
  }).length;
}
