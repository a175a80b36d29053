import { oneTextOf, property, recordOf, structureOf, textsInside, type JsonRecord } from "../Domain/json";
import { ecosystemOf, type PackageEcosystem } from "../Domain/Versions/compareVersions";

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
  const language = read("language");
  const vendor = read("vendor", "softwareVendor");
  const os = osTexts(data);
  return {
    // The suffix is the scanner's: it says for which systems it knows the package.
    name: read("softwareName", "packageName").replace(/_for_linux$/i, ""),
    type: language && type ? `${type} (${language})` : type || language,
    vendor,
    os: osName(os[0] ?? ""),
    ecosystem: ecosystemIn(language, type, ...os, vendor),
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
  // A bare number is a version of something that another text names.
  const named = texts.filter((text) => /\p{L}/u.test(text));
  const isExact = (text: string) => !/^(?:linux|windows)$/i.test(text.trim());
  return [...named.filter(isExact), ...named.filter((text) => !isExact(text))];
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

/** The first of the texts, or of the words in them, that names an ecosystem: `debian_linux_12` does by its first word. */
function ecosystemIn(...texts: readonly string[]): PackageEcosystem | undefined {
  return texts
    .flatMap(namesIn)
    .map(ecosystemOf)
    .find((ecosystem) => ecosystem !== undefined);
}

/** The text, its words, and each two of them that follow each other: `azure_linux_3` names Azure Linux. */
function namesIn(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}.]+/u);
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ""}${word}`);
  return [text, ...words, ...pairs];
}
