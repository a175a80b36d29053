import { updateTarget, updateTargets, versionOrder, type VersionOrder } from "./updateTarget";
import type { UpdateTarget, Vulnerability } from "./vulnerability";

/** The update of one package, of the node image or of Kubernetes, that closes the most CVEs. */
export interface PackageFix {
  readonly updates: UpdateTarget;
  /** Empty when it isn't a package. */
  readonly packageName: string;
  /** In the service's words; packages of different types are different, whatever their names. */
  readonly packageType: string;
  /** Only those that are below the version, as far as they can be compared. */
  readonly installed: readonly string[];
  readonly version: string;
  /** How many CVEs of the component the version closes. */
  readonly closes: number;
  /** How many CVEs the package has in the component. */
  readonly of: number;
  /** False: versions could not be compared, and only the CVEs that name this very version are counted. */
  readonly isCompared: boolean;
}

/** A package of which only versions are named that are not above what is installed. */
export type NoUpdate = Pick<PackageFix, "installed" | "packageName" | "packageType" | "updates"> & {
  /** As reported, each once. */
  readonly named: readonly string[];
};

/**
 * One fix per package that has any, those that close the most first; one for each branch where versions of several branches are
 * installed. CVEs of packages that are not named have none: they may be of different packages.
 */
export function packageUpdates(vulnerabilities: readonly Vulnerability[]): readonly PackageFix[] {
  const fixes = byPackage(vulnerabilities).flatMap((group) =>
    branchesOf(group).flatMap((one) => bestFix(one) ?? []),
  );
  return fixes.sort(
    (left, right) => right.closes - left.closes || left.packageName.localeCompare(right.packageName),
  );
}

/** Packages with a named version that isn't an update. */
export function noUpdates(vulnerabilities: readonly Vulnerability[]): readonly NoUpdate[] {
  return byPackage(vulnerabilities.filter(isNotAbove)).flatMap((group) => {
    const [first] = group;
    return first
      ? [
          {
            ...identityOf(first),
            installed: distinct(group.flatMap(({ installed }) => installed)),
            named: distinct(group.map(({ fixedVersion }) => fixedVersion)),
          },
        ]
      : [];
  });
}

/** Whether a CVE names a version as its fix, and what is installed is that version already or a newer one. */
export function isNotAbove(vulnerability: Vulnerability): boolean {
  const { fix } = vulnerability;
  return fix === "notAbove" || (fix === "fixed" && updateTargets(vulnerability).length === 0);
}

function byPackage(vulnerabilities: readonly Vulnerability[]): readonly (readonly Vulnerability[])[] {
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
  return [...packages.values()];
}

/** The CVEs of a package for each branch of which a version is installed: only once where one update is for all. */
function branchesOf(group: readonly Vulnerability[]): readonly (readonly Vulnerability[])[] {
  if (group.every((vulnerability) => updateTargets(vulnerability).length <= 1)) {
    return [group];
  }
  const of = (versions: readonly string[]) =>
    group.flatMap((vulnerability) => {
      const installed = vulnerability.installed.filter((version) => versions.includes(version));
      return installed.length > 0 || vulnerability.installed.length === 0
        ? [{ ...vulnerability, installed }]
        : [];
    });
  const branches = new Map<string | undefined, string[]>();
  for (const version of distinct(group.flatMap(({ installed }) => installed))) {
    const target = bestFix(of([version]))?.version;
    branches.set(target, [...(branches.get(target) ?? []), version]);
  }
  return [...branches.values()].map(of);
}

function bestFix(group: readonly Vulnerability[]): PackageFix | undefined {
  const fixed = group.flatMap((vulnerability) => {
    const [fixedVersion] = vulnerability.fix === "fixed" ? updateTargets(vulnerability) : [];
    return fixedVersion === undefined ? [] : [{ ...vulnerability, fixedVersion }];
  });
  const [first] = fixed;
  if (!first) {
    return undefined;
  }
  const versions = distinct(fixed.map(({ fixedVersion }) => fixedVersion));
  const order = versionOrder(first);
  const isCompared =
    versions.length === 1 || versions.every((version) => order(version, versions[0] ?? "") !== undefined);
  const candidates = versions.map((version) => ({ version, closes: closedBy(version, fixed, order) }));
  // Of versions that close equally many, the lowest is the smallest step.
  const [best] = candidates.sort(
    (left, right) => right.closes - left.closes || (order(left.version, right.version) ?? 0),
  );
  const isBelow = (installed: string) =>
    updateTarget({ ...first, fixedVersion: best?.version ?? "" }, installed) !== undefined;
  return (
    best && {
      ...identityOf(first),
      installed: distinct(group.flatMap(({ installed }) => installed)).filter(isBelow),
      version: best.version,
      closes: best.closes,
      of: group.length,
      isCompared,
    }
  );
}

function identityOf({ updates, packageName, packageType }: Vulnerability) {
  return updates === "package"
    ? { updates, packageName, packageType }
    : { updates, packageName: "", packageType: "" };
}

/** A version closes what is fixed in it or before it. */
function closedBy(version: string, fixed: readonly Vulnerability[], order: VersionOrder): number {
  return fixed.filter(({ fixedVersion }) => {
    const difference = order(fixedVersion, version);
    return fixedVersion === version || (difference !== undefined && difference <= 0);
  }).length;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
