import type { PackageFix } from "../fixesFirst";
import type { Vulnerability } from "../vulnerability";
import { isPackage } from "./packageGrammar";

/** What installs a package of the operating system; `tdnf` on Azure Linux, `microdnf` on small images of Red Hat. */
export type OsInstaller = "apk" | "apt" | "microdnf" | "tdnf";

/** What installs a package of a language. */
export type LanguageInstaller = "cargo" | "go" | "maven" | "npm" | "nuget" | "pip";

export type Installer = LanguageInstaller | OsInstaller;

export interface PackageUpdate {
  readonly installer: Installer;
  readonly name: string;
  readonly version: string;
}

/** The update as an installer takes it; `undefined` when the installer is not known, or would take it for something else: then it is only listed. */
export function packageUpdate(
  { packageName: name, packageType, version }: PackageFix,
  vulnerabilities: readonly Vulnerability[],
): PackageUpdate | undefined {
  const found = vulnerabilities.find(
    (vulnerability) => vulnerability.packageName === name && vulnerability.packageType === packageType,
  );
  const installer = found && installerOf(found);
  const update = installer && { installer, name, version };
  return update && isPackage(update) ? update : undefined;
}

const semverInstallers: readonly (readonly [LanguageInstaller, RegExp])[] = [
  ["npm", /\b(?:npm|node|nodejs|javascript)\b/],
  ["nuget", /\b(?:nuget|dotnet)\b|\.net\b/],
  ["cargo", /\b(?:rust|cargo)\b/],
  ["go", /\b(?:go|golang|gomod)\b/],
];

function installerOf({ ecosystem, packageType, vendor, os }: Vulnerability): Installer | undefined {
  const text = `${packageType} ${vendor} ${os}`.toLowerCase();
  switch (ecosystem) {
    case "apk":
      return "apk";
    case "deb":
      return "apt";
    case "rpm":
      return /mariner|azure ?linux/.test(text) ? "tdnf" : "microdnf";
    case "maven":
      return "maven";
    case "pep440":
      return "pip";
    case "semver":
      return semverInstallers.find(([, names]) => names.test(text))?.[0];
    case undefined:
      return undefined;
  }
}
