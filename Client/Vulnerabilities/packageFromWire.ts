import { oneTextOf, property, recordOf, structureOf, textsInside, type JsonRecord } from "../Core/json";
import { ecosystemOf, isOfOs, type PackageEcosystem } from "./Versions/compareVersions";

/** The package that a CVE is in, and how it was found there. Empty texts are not reported. */
export interface PackageFacts {
  readonly name: string;
  readonly type: string;
  readonly vendor: string;
  /** Operating system, for people to read: "Azure Linux 3". */
  readonly os: string;
  readonly ecosystem: PackageEcosystem | undefined;
  readonly installed: readonly string[];
}

/**
 * Names under which `additionalData` (individual) or `softwareDetails` (grouped) may hold the same thing. Lists come as JSON
 * text too.
 */
export function packageFacts(data: JsonRecord): PackageFacts {
  const read = (...names: readonly string[]) =>
    names.map((name) => oneTextOf(property(data, name))).find((text) => text !== undefined) ?? "";
  const type = read("packageType", "category");
  const language = read("language").replace(/^(?:none|unknown|n\/?a|-)$/i, "");
  const vendor = read("vendor", "softwareVendor");
  const os = osTexts(data);
  return {
    // The suffix is the scanner's: it says for which systems it knows the package.
    name: read("softwareName", "packageName").replace(/_for_linux$/i, ""),
    type: language && type ? `${type} (${language})` : type || language,
    vendor,
    os: osName(os[0] ?? ""),
    ecosystem: ecosystemOfPackage({ language, type, vendor, os }),
    installed: textsInside(property(data, "detectedSoftwareVersions") ?? property(data, "version")),
  };
}

/** All that names the operating system, the most exact first; `osPlatform` may only say `linux`, and `osVersion` then more. */
function osTexts(data: JsonRecord): readonly string[] {
  const details = recordOf(structureOf(property(data, "osDetails")));
  const texts = [data, details].flatMap((record) =>
    ["osDistribution", "osVersion", "osName", "osPlatform", "osType"].flatMap(
      (name) => oneTextOf(property(record, name)) ?? [],
    ),
  );
  const named = texts.filter((text) => /\p{L}/u.test(text));
  const isExact = (text: string) => !/^(?:linux|windows)$/i.test(text.trim());
  const [first, ...exact] = named.filter(isExact);
  // A bare number is a version of something that another text names.
  const number = texts.find((text) => /^\d[\d.]*$/.test(text.trim()));
  const whole =
    first !== undefined && number !== undefined && !/\d/.test(first) ? `${first} ${number}` : first;
  return [...(whole === undefined ? [] : [whole]), ...exact, ...named.filter((text) => !isExact(text))];
}

/** `azure_linux_3` as words: "Azure Linux 3". A text in words is as it is. */
function osName(text: string): string {
  return /^[a-z0-9._-]+$/.test(text)
    ? text
        .split(/[_-]+/)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join(" ")
    : text.trim();
}

/**
 * Whose rules order the versions of a package. A package of a language has the rules of its language, wherever it is installed,
 * or none that are known; only a package of the operating system has those of the system. What says nothing of its type is one
 * only where its vendor makes the system.
 */
function ecosystemOfPackage(facts: {
  readonly language: string;
  readonly type: string;
  readonly vendor: string;
  readonly os: readonly string[];
}): PackageEcosystem | undefined {
  const { language, type, vendor, os } = facts;
  const stated = ecosystemIn(
    [language, type].filter((text) => text !== ""),
    () => true,
  );
  if (language !== "" || (type !== "" && !isOsType(type))) {
    return stated;
  }
  return type === "" ? ecosystemIn([vendor], () => true) : ecosystemIn([type, ...os, vendor], isOfOs);
}

/** "OS", "OsPackage", "Operating system", "Linux package", or the system's own format of packages. */
function isOsType(type: string): boolean {
  const words = type.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  return (
    /\bos\b|operating ?system|\b(?:linux|distribution)\b/i.test(words) ||
    ecosystemIn([type], isOfOs) !== undefined
  );
}

/** The first of the texts, or of the words in them, that names an ecosystem: `debian_linux_12` does by its first word. */
function ecosystemIn(
  texts: readonly string[],
  isAllowed: (ecosystem: PackageEcosystem) => boolean,
): PackageEcosystem | undefined {
  return texts
    .flatMap(namesIn)
    .map(ecosystemOf)
    .find((ecosystem) => ecosystem !== undefined && isAllowed(ecosystem));
}

/** The text, its words, and each two of them that follow each other: `azure_linux_3` names Azure Linux, `rhel9` Red Hat. */
function namesIn(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}.]+/u);
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ""}${word}`);
  const bare = words.map((word) => word.replace(/(?<=\p{L})\d.*$/u, ""));
  return [text, ...words, ...pairs, ...bare];
}
