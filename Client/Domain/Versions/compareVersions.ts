import { compareApkVersions } from "./apkVersion";
import { compareDebVersions } from "./debVersion";
import { compareMavenVersions } from "./mavenVersion";
import { comparePep440Versions } from "./pep440Version";
import { compareRpmVersions } from "./rpmVersion";
import { compareSemverVersions } from "./semverVersion";

/** Whose rules order a package's versions. */
export type PackageEcosystem = "deb" | "rpm" | "apk" | "semver" | "pep440" | "maven";

/** What Defender for Cloud calls them, in lower case and without spaces, hyphens and underscores. */
const reportedNames: Readonly<Record<PackageEcosystem, readonly string[]>> = {
  deb: ["debian", "ubuntu", "deb", "dpkg"],
  rpm: [
    "rpm",
    "rhel",
    "centos",
    "mariner",
    "azurelinux",
    "fedora",
    "amazon",
    "suse",
    "oracle",
    "oraclelinux",
  ],
  apk: ["alpine", "apk"],
  semver: [
    ...["npm", "node", "nodejs", "node.js", "javascript"],
    ...["go", "golang", "gomod"],
    ...["rust", "cargo"],
    ...["nuget", "dotnet", ".net"],
  ],
  pep440: ["python", "pip", "pypi"],
  maven: ["java", "maven", "jar"],
};

const ecosystems = new Map(
  (Object.keys(reportedNames) as PackageEcosystem[]).flatMap((ecosystem) =>
    reportedNames[ecosystem].map((name) => [name, ecosystem] as const),
  ),
);

/** The rules for a package type, language or operating system as Defender for Cloud reports it, in any letter case. */
export function ecosystemOf(packageType: string): PackageEcosystem | undefined {
  return ecosystems.get(packageType.toLowerCase().replace(/[\s_-]/g, ""));
}

const comparisons: Readonly<Record<PackageEcosystem, (left: string, right: string) => number | undefined>> = {
  deb: compareDebVersions,
  rpm: compareRpmVersions,
  apk: compareApkVersions,
  semver: compareSemverVersions,
  pep440: comparePep440Versions,
  maven: compareMavenVersions,
};

/** Longer texts are no versions. Without a limit, a huge one could exhaust the stack of a regular expression. */
const longestVersion = 1_000;

/** Below zero when `left` is the older version, 0 when they are the same; `undefined` when they cannot be compared. */
export function compareVersions(
  ecosystem: PackageEcosystem | undefined,
  left: string,
  right: string,
): number | undefined {
  const [a, b] = [left.trim(), right.trim()];
  if (!ecosystem || a.length > longestVersion || b.length > longestVersion) {
    return undefined;
  }
  return comparisons[ecosystem](a, b);
}
