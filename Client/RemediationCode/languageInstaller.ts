import type { PackageEcosystem } from "../Vulnerabilities/Versions/compareVersions";
import type { Vulnerability } from "../Vulnerabilities/vulnerability";

/** What installs a package of a language. */
export type LanguageInstaller = "cargo" | "composer" | "gem" | "go" | "maven" | "npm" | "nuget" | "pip";

/** By the rules of versions; those that several languages share are told apart by what the package is called. */
const installers: Readonly<
  Partial<Record<PackageEcosystem, readonly (readonly [LanguageInstaller, RegExp])[]>>
> = {
  composer: [["composer", /./]],
  gem: [["gem", /./]],
  maven: [["maven", /./]],
  nuget: [["nuget", /./]],
  pep440: [["pip", /./]],
  semver: [
    ["npm", /\b(?:npm|node|nodejs|javascript|js|typescript)\b/],
    ["cargo", /\b(?:rust|cargo|rustbinary)\b/],
    ["go", /\b(?:go|golang|gomod|gobinary)\b/],
  ],
};

/** Managers that keep locks of their own: what the registry's usual installer does would not reach these. */
const otherManagers = /\b(?:yarn|pnpm|bun|pipenv|poetry|conda|gradle|sbt|bundler)\b/;

/** The installer of a package of a language; `undefined`: not known. The operating system never plays a part. */
export function languageInstaller({
  ecosystem,
  packageType,
  vendor,
}: Pick<Vulnerability, "ecosystem" | "packageType" | "vendor">): LanguageInstaller | undefined {
  const texts = [packageType.toLowerCase(), vendor.toLowerCase()];
  if (ecosystem === undefined || texts.some((text) => otherManagers.test(text))) {
    return undefined;
  }
  const candidates = installers[ecosystem] ?? [];
  return texts
    .map((text) => candidates.find(([, names]) => names.test(text))?.[0])
    .find((installer) => installer !== undefined);
}
