import type { Vulnerability } from "../Vulnerabilities/vulnerability";

/** What installs a package of the operating system. */
export type OsInstaller = "apk" | "apt" | "dnf" | "microdnf" | "tdnf" | "yum" | "zypper";

interface RpmSystem {
  /** In lower case; words are one space apart. */
  readonly names: RegExp;
  /** What installs its packages from a version on, ascending. */
  readonly since: readonly (readonly [version: number, OsInstaller])[];
  /** What all of its versions understand; `undefined`: that depends on the version. */
  readonly always?: OsInstaller;
}

/**
 * The package managers of the systems with RPM packages, by version: Azure Linux, "Package management overview" (dnf from 4 on,
 * where `tdnf` is another name of it); Red Hat, "Managing software with the DNF tool" (from 8 on; its relatives have the same
 * numbers); Amazon Linux 2023, "Package management tool"; Fedora 22, "System Administrator's Guide"; SUSE, "Managing software
 * with command line tools"; Photon OS, "Tdnf".
 */
const rpmSystems: readonly RpmSystem[] = [
  {
    names: /azure ?linux|mariner/,
    since: [
      [0, "tdnf"],
      [4, "dnf"],
    ],
    always: "tdnf",
  },
  { names: /photon/, since: [], always: "tdnf" },
  { names: /suse|\bsle[sd]?(?![a-z])/, since: [], always: "zypper" },
  { names: /rocky|\balma/, since: [], always: "dnf" },
  {
    names: /amazon|\bamzn/,
    since: [
      [0, "yum"],
      [2022, "dnf"],
    ],
  },
  {
    names: /fedora/,
    since: [
      [0, "yum"],
      [22, "dnf"],
    ],
  },
  {
    names: /red ?hat|rhel|\bubi(?![a-z])|centos|oracle|openeuler/,
    since: [
      [0, "yum"],
      [8, "dnf"],
    ],
  },
];

/** Images in which nothing installs packages, by the names of those that build on them. */
const withoutInstaller = /distroless|chisell?ed|\b(?:ubi\d*|bci)[ -](?:micro|busybox)\b/;

/**
 * Chainguard's images have `apk` only in their development variants and base images (edu.chainguard.dev, "Container
 * image variants").
 */
const chainguardImage = /^cgr\.dev\/(?!.*(?:-dev(?:@|$)|\/(?:wolfi|chainguard)-base\b))/;

/** Small images of Red Hat and its relatives, which have `microdnf` alone. */
const minimalImage =
  /\b(?:ubi|rhel|rocky|alma|fedora|amazonlinux|oraclelinux|centos)[\w./:-]*[-:](?:minimal|slim)\b/;

/**
 * The installer of a package of the operating system, by the system and its version; where the version is not reported, by what
 * the package's own version says of it. `image` is the name of the image. `undefined`: not known, or the image has none.
 */
export function osInstaller(
  { ecosystem, os, vendor, packageType }: Pick<Vulnerability, "ecosystem" | "os" | "packageType" | "vendor">,
  version: string,
  image: string,
): OsInstaller | undefined {
  const reference = image.toLowerCase();
  const system = wordsOf(os);
  if ([system, reference].some((text) => withoutInstaller.test(text)) || chainguardImage.test(reference)) {
    return undefined;
  }
  switch (ecosystem) {
    case "apk":
      return "apk";
    case "deb":
      return "apt";
    case "rpm": {
      const texts = [system, wordsOf(vendor), wordsOf(packageType)];
      const installer = rpmInstaller(texts, releaseOf(version));
      const isMinimal = /\b(?:minimal|slim)\b/.test(system) || minimalImage.test(reference);
      return isMinimal && (installer === "dnf" || installer === "yum") ? "microdnf" : installer;
    }
    default:
      return undefined;
  }
}

function rpmInstaller(texts: readonly string[], release: string): OsInstaller | undefined {
  const found = [...texts, release]
    .map((text) => rpmSystems.find(({ names }) => names.test(text)))
    .find((system) => system !== undefined);
  const number = versionIn(texts[0] ?? "") ?? versionIn(release);
  const known =
    number === undefined ? undefined : found?.since.filter(([first]) => first <= number).at(-1)?.[1];
  return known ?? found?.always;
}

/** The systems that RPM releases name, as in `3.0.7-27.el9` or `3.3.0-1.azl3`. */
const releaseNames = new Map([
  ["el", "rhel"],
  ["azl", "azurelinux"],
  ["cm", "mariner"],
  ["fc", "fedora"],
  ["amzn", "amazon"],
  ["ph", "photon"],
]);

/** System and version that the release of a package names, `rhel 9` for example; empty when it names none. */
function releaseOf(version: string): string {
  const [, name = "", number = ""] = /[.+](el|azl|cm|fc|amzn|ph)(\d+)/.exec(version) ?? [];
  return name === "" ? "" : `${releaseNames.get(name) ?? name} ${number}`;
}

function versionIn(text: string): number | undefined {
  const [digits] = /\d+/.exec(text.replace(/\bx86 64\b|\b(?:x|amd|arm|aarch)\d+\b/g, "")) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_/-]+/g, " ")
    .trim();
}
