import type { PackageFix } from "../fixesFirst";
import type { Vulnerability } from "../vulnerability";

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

/** Stricter than any of the installers: what does not fit could be an option, or a second command, and is only listed. */
const safeName = /^[A-Za-z0-9@][\w.+/:@-]*$/;
const safeVersion = /^[A-Za-z0-9][\w.+:~^-]*$/;

/** The update as an installer takes it; `undefined` when the installer is not known, or name or version are not of its kind. */
export function packageUpdate(
  { packageName: name, packageType, version }: PackageFix,
  vulnerabilities: readonly Vulnerability[],
): PackageUpdate | undefined {
  const found = vulnerabilities.find(
    (vulnerability) => vulnerability.packageName === name && vulnerability.packageType === packageType,
  );
  const installer = found && installerOf(found);
  // The standard library of Go comes with the compiler, not as a module.
  const isModule = installer !== "go" || name.includes(".");
  const isGroup = installer !== "maven" || /^[^:]+:[^:]+$/.test(name);
  return installer && isModule && isGroup && safeName.test(name) && safeVersion.test(version)
    ? { installer, name, version }
    : undefined;
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
