import { PackageURL } from "packageurl-js";
import { wellFormed } from "../../Core/visibleText";
import { reportedKey } from "../Versions/compareVersions";
import type { ContainerImage, Vulnerability } from "../vulnerability";

/**
 * Types and namespaces of package URLs by what Defender for Cloud and other scanners call a kind of package, in lower case. Only those whose
 * packages the purl specification places without doubt.
 */
const types: Readonly<Record<string, readonly [type: string, namespace?: string]>> = {
  npm: ["npm"],
  nuget: ["nuget"],
  pypi: ["pypi"],
  pip: ["pypi"],
  python: ["pypi"],
  maven: ["maven"],
  gem: ["gem"],
  rubygems: ["gem"],
  composer: ["composer"],
  go: ["golang"],
  golang: ["golang"],
  cargo: ["cargo"],
  debian: ["deb", "debian"],
  ubuntu: ["deb", "ubuntu"],
  alpine: ["apk", "alpine"],
  wolfi: ["apk", "wolfi"],
  rhel: ["rpm", "redhat"],
  redhat: ["rpm", "redhat"],
  fedora: ["rpm", "fedora"],
  centos: ["rpm", "centos"],
  azurelinux: ["rpm", "azurelinux"],
  mariner: ["rpm", "mariner"],
};

/** `undefined`: its digest or its name was not reported, and a tag may have been moved. */
export function imageUrl({ reference: given, digest }: ContainerImage): string | undefined {
  const reference = wellFormed(given);
  const repository = reference.replace(/:[^/:]*$/, "");
  const name = repository.split("/").at(-1) ?? "";
  if (digest === undefined || name === "") {
    return undefined;
  }
  const tag = reference.slice(repository.length + 1);
  const qualifiers = { repository_url: repository, ...(tag === "" ? {} : { tag }) };
  return new PackageURL("oci", null, name.toLowerCase(), digest, qualifiers, null).toString();
}

/** Of one version of the package that has a CVE. `generic` where its kind isn't known, or has no package of such a name. */
export function packageUrl(
  { packageName, packageType, os }: Pick<Vulnerability, "packageName" | "packageType" | "os">,
  version: string | undefined,
): string {
  const [type, given] = typeOf(packageType) ?? typeOf(os.split(" ")[0] ?? "") ?? ["generic"];
  const [own, name] = ownNamespace(type, packageName);
  return urlOf(type, given ?? own, name, version) ?? urlOf("generic", null, packageName, version) ?? unnamed;
}

const unnamed = "pkg:generic/unnamed";

/** `undefined`: the specification has no such package. */
function urlOf(type: string, namespace: string | null, name: string, version: string | undefined) {
  try {
    return new PackageURL(type, namespace, name, version ?? null, null, null).toString();
  } catch {
    return undefined;
  }
}

function typeOf(said: string) {
  const key = reportedKey(said);
  return Object.hasOwn(types, key) ? types[key] : undefined;
}

/** The names of some packages begin with their namespace. */
function ownNamespace(type: string, name: string): readonly [namespace: string | null, name: string] {
  const separator = type === "maven" ? ":" : "/";
  const at = ["maven", "npm", "composer", "golang"].includes(type) ? name.lastIndexOf(separator) : -1;
  return at <= 0 || at === name.length - 1 ? [null, name] : [name.slice(0, at), name.slice(at + 1)];
}
