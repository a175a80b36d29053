import { compareApkVersions } from "./apkVersion";
import { compareComposerVersions } from "./composerVersion";
import { compareDebVersions } from "./debVersion";
import { compareGemVersions } from "./gemVersion";
import { compareMavenVersions } from "./mavenVersion";
import { comparePep440Versions } from "./pep440Version";
import { compareRpmVersions } from "./rpmVersion";
import { compareNugetVersions, compareSemverVersions } from "./semverVersion";

const osEcosystems = ["deb", "rpm", "apk"] as const;

/** Package ecosystems, each with its own rules for which of two versions is newer. */
export type PackageEcosystem =
  (typeof osEcosystems)[number] | "composer" | "gem" | "maven" | "nuget" | "pep440" | "semver";

/** Whether packages of an operating system have these rules, and those of a language never do. */
export function isOfOs(ecosystem: PackageEcosystem): boolean {
  return osEcosystems.some((one) => one === ecosystem);
}

/** What Defender for Cloud and other scanners call them, in lower case and without spaces, hyphens and underscores. */
const reportedNames: Readonly<Record<PackageEcosystem, readonly string[]>> = {
  deb: ["debian", "ubuntu", "deb", "dpkg", "kali", "raspbian", "devuan", "googledistroless"],
  rpm: [
    ...["rpm", "rhel", "redhat", "ubi", "centos", "fedora", "oracle", "oraclelinux", "rocky", "rockylinux"],
    ...["alma", "almalinux", "mariner", "cblmariner", "azurelinux", "photon", "photonos", "openeuler"],
    ...["amazon", "amazonlinux", "amzn", "suse", "opensuse", "sles", "sled", "sle"],
  ],
  apk: ["alpine", "apk", "wolfi", "chainguard"],
  semver: [
    ...["npm", "node", "nodejs", "node.js", "javascript", "js", "typescript", "yarn", "pnpm"],
    ...["go", "golang", "gomod", "gobinary"],
    ...["rust", "cargo", "rustbinary"],
  ],
  nuget: ["nuget", "dotnet", ".net", "dotnetcore"],
  pep440: ["python", "pip", "pypi", "pipenv", "poetry"],
  maven: ["java", "maven", "jar", "pom"],
  gem: ["ruby", "gem", "rubygems", "gemspec", "bundler"],
  composer: ["php", "composer", "packagist"],
};

const ecosystems = new Map(
  (Object.keys(reportedNames) as PackageEcosystem[]).flatMap((ecosystem) =>
    reportedNames[ecosystem].map((name) => [name, ecosystem] as const),
  ),
);

/** A kind of package, language or operating system as reported, so that other spellings of it are the same. */
export function reportedKey(said: string): string {
  return said.toLowerCase().replace(/[\s_-]/g, "");
}

/** The rules for a package type, language or operating system as Defender for Cloud reports it, in any letter case. */
export function ecosystemOf(packageType: string): PackageEcosystem | undefined {
  return ecosystems.get(reportedKey(packageType));
}

const comparisons: Readonly<Record<PackageEcosystem, (left: string, right: string) => number | undefined>> = {
  deb: compareDebVersions,
  rpm: compareRpmVersions,
  apk: compareApkVersions,
  semver: compareSemverVersions,
  nuget: compareNugetVersions,
  pep440: comparePep440Versions,
  maven: compareMavenVersions,
  gem: compareGemVersions,
  composer: compareComposerVersions,
};

/** Longer texts aren't versions. Without a limit, a huge one could exhaust the stack of a regular expression. */
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
