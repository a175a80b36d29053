import { packageUpdates, noUpdates } from "../../../Client/Vulnerabilities/packageUpdates";
import type { PackageEcosystem } from "../../../Client/Vulnerabilities/Versions/compareVersions";
import type { Vulnerability } from "../../../Client/Vulnerabilities/vulnerability";
import { aVulnerability } from "../../Support/findings";

/** CVEs of one package that are fixed in these versions. */
function fixedIn(versions: readonly string[], over: Partial<Vulnerability> = {}): readonly Vulnerability[] {
  return versions.map((fixedVersion, index) =>
    aVulnerability(`CVE-2026-${over.packageName ?? ""}${index}`, { fixedVersion, ...over }),
  );
}

const unfixed = (over: Partial<Vulnerability>) =>
  aVulnerability("CVE-2026-9999", { fixedVersion: "", fix: "none", ...over });

/** The versions in which the CVEs of a package are fixed, and the update that is recommended. */
test.each<[string, PackageEcosystem, readonly string[], string, number]>([
  ["the highest closes them all", "semver", ["1.2.0", "1.10.0", "1.9.0"], "1.10.0", 3],
  ["in whatever order they come", "semver", ["1.10.0", "1.9.0", "1.2.0"], "1.10.0", 3],
  ["one version for all", "semver", ["2.0.0", "2.0.0"], "2.0.0", 2],
  ["a major version is no reason to stay behind", "semver", ["1.6.0", "0.28.0", "0.21.2"], "1.6.0", 3],
  ["a release is above its candidates", "semver", ["2.0.0-rc.1", "2.0.0"], "2.0.0", 2],
  ["Debian: a revision", "deb", ["3.0.11-1~deb12u2", "3.0.9-1"], "3.0.11-1~deb12u2", 2],
  ["Debian: the epoch decides", "deb", ["9:1.0-1", "10.0-1"], "9:1.0-1", 2],
  ["Debian: a tilde is below", "deb", ["1.0-1~deb12u1", "1.0-1"], "1.0-1", 2],
  ["RPM", "rpm", ["1.1.1k-28.cm2", "1.1.1k-9.cm2"], "1.1.1k-28.cm2", 2],
  ["Alpine", "apk", ["3.1.4-r10", "3.1.4-r9"], "3.1.4-r10", 2],
  ["Python", "pep440", ["2.0.post1", "2.0"], "2.0.post1", 2],
  ["Maven", "maven", ["4.1.100.Final", "4.1.68.Final"], "4.1.100.Final", 2],
])("%s", (_, ecosystem, versions, version, closes) => {
  expect(packageUpdates(fixedIn(versions, { ecosystem, installed: ["0"] }))).toEqual([
    {
      updates: "package",
      packageName: "openssl",
      packageType: "OS",
      installed: ["0"],
      version,
      closes,
      of: versions.length,
      isCompared: true,
    },
  ]);
});

test("of versions that are the same by the rules of the ecosystem, closing equally many, one is named once", () => {
  const [fix, ...others] = packageUpdates(fixedIn(["1.0", "1.0.0"], { ecosystem: "pep440" }));
  expect(others).toEqual([]);
  expect(fix).toMatchObject({ closes: 2, of: 2, isCompared: true });
});

test("CVEs without a fix count among those of the package and are not closed", () => {
  const group = [
    ...fixedIn(["3.0.13-1", "3.0.12-1"]),
    unfixed({}),
    unfixed({ cveId: "CVE-2026-8888", fix: "claimed" }),
    unfixed({ cveId: "CVE-2026-7777", fix: "unknown" }),
  ];
  expect(packageUpdates(group)).toMatchObject([{ version: "3.0.13-1", closes: 2, of: 5 }]);
});

test.each<Vulnerability["fix"]>(["none", "claimed", "unknown"])(
  "a package whose fixes are all %s has no update to recommend",
  (fix) => expect(packageUpdates([unfixed({ fix })])).toEqual([]),
);

test.each<[string, PackageEcosystem | undefined, readonly string[]]>([
  ["an unknown ecosystem", undefined, ["1.0", "2.0", "2.0"]],
  ["versions that are none", "semver", ["2024-build", "fixed", "fixed"]],
])("%s: only the CVEs that name the very version are counted, and it says so", (_, ecosystem, versions) => {
  expect(packageUpdates(fixedIn(versions, { ecosystem }))).toMatchObject([
    { version: versions[1], closes: 2, of: 3, isCompared: false },
  ]);
});

test("an unknown ecosystem with one version has nothing to compare", () => {
  expect(packageUpdates(fixedIn(["x", "x"], { ecosystem: undefined }))).toMatchObject([
    { version: "x", closes: 2, isCompared: true },
  ]);
});

test("packages come by how much their update closes, then by name; each is asked for once", () => {
  const fixes = packageUpdates([
    ...fixedIn(["1.0.0"], { packageName: "zlib", ecosystem: "semver" }),
    ...fixedIn(["1.0.0", "2.0.0"], { packageName: "curl", ecosystem: "semver" }),
    ...fixedIn(["3.0.0"], { packageName: "ada", ecosystem: "semver" }),
    unfixed({ packageName: "tar" }),
  ]);
  expect(fixes.map(({ packageName, version, closes }) => [packageName, version, closes])).toEqual([
    ["curl", "2.0.0", 2],
    ["ada", "3.0.0", 1],
    ["zlib", "1.0.0", 1],
  ]);
});

test("packages of one name in two ecosystems are two packages", () => {
  const fixes = packageUpdates([
    ...fixedIn(["1.34+dfsg-1.2+deb12u1"], { packageName: "tar", installed: ["1.34+dfsg-1.2"] }),
    ...fixedIn(["6.2.1", "6.1.9"], {
      packageName: "tar",
      packageType: "Library (Node)",
      ecosystem: "semver",
      installed: ["6.1.0"],
    }),
  ]);
  expect(fixes).toMatchObject([
    { packageType: "Library (Node)", installed: ["6.1.0"], version: "6.2.1", closes: 2, of: 2 },
    { packageType: "OS", installed: ["1.34+dfsg-1.2"], version: "1.34+dfsg-1.2+deb12u1", closes: 1, of: 1 },
  ]);
});

test("installed versions are listed once each", () => {
  const [first, second] = fixedIn(["2.0.0", "2.0.0"], { ecosystem: "semver" });
  const group = [
    { ...aVulnerability("CVE-2026-1"), ...first, installed: ["1.0.0", "1.1.0"] },
    { ...aVulnerability("CVE-2026-2"), ...second, installed: ["1.1.0"] },
  ];
  expect(packageUpdates(group)).toMatchObject([{ installed: ["1.0.0", "1.1.0"] }]);
});

test("nothing to fix", () => {
  expect(packageUpdates([])).toEqual([]);
});

test("CVEs without a package are no package: their fixes are not added up", () => {
  const unnamed = fixedIn(["1.0", "2.0"], { packageName: "" });
  expect(packageUpdates(unnamed)).toEqual([]);
});

test("the node image that closes the most CVEs of a pool, by its date", () => {
  const image = (date: string) => `AKSUbuntu-2204gen2containerd-${date}`;
  const onNodes = fixedIn([image("202608.2.0"), image("202608.12.0")], {
    packageName: "",
    updates: "nodeImage",
    installed: [image("202607.1.0")],
  });
  const open = aVulnerability("CVE-2026-0009", {
    packageName: "",
    updates: "nodeImage",
    installed: [],
    fix: "unknown",
    fixedVersion: "",
  });
  expect(packageUpdates([...onNodes, open])).toEqual([
    {
      updates: "nodeImage",
      packageName: "",
      packageType: "",
      installed: [image("202607.1.0")],
      version: image("202608.12.0"),
      closes: 2,
      of: 3,
      isCompared: true,
    },
  ]);
});

test("the version of Kubernetes that closes the most", () => {
  const found = fixedIn(["1.33.10", "1.33.9"], {
    packageName: "",
    updates: "kubernetes",
    ecosystem: undefined,
  });
  expect(packageUpdates(found)).toMatchObject([{ updates: "kubernetes", version: "1.33.10", closes: 2 }]);
});

/**
 * What is installed, the text that names the fixed versions, and the update: of the branch that is installed. Published
 * advisories name one version per maintained branch (GitHub Advisory Database, "patched versions").
 */
test.each<[PackageEcosystem, string, string, string]>([
  ["gem", "3.1.8", "3.2.15, 4.0.7", "3.2.15"],
  ["gem", "4.0.1", "3.2.15, 4.0.7", "4.0.7"],
  ["gem", "2.0.9", "2.0.9.3, 2.1.4.3, 2.2.6.3", "2.0.9.3"],
  ["gem", "2.2.3", "~> 2.0.9.3, ~> 2.1.4.3, >= 2.2.6.3", "2.2.6.3"],
  ["gem", "1.6.13", "2.0.9.3, 2.1.4.3", "2.0.9.3"],
  ["composer", "v6.2.0", "5.4.46; 6.4.14; 7.1.7", "6.4.14"],
  ["semver", "6.0.5", "7.0.4 or 6.1.7", "6.1.7"],
  ["semver", "1.22.3", "1.21.11, 1.22.4", "1.22.4"],
  ["nuget", "8.0.4", "6.0.10 | 8.0.5", "8.0.5"],
  ["pep440", "1.26.5", "1.26.18, 2.0.7", "1.26.18"],
  ["pep440", "2.0.4", "1.26.18, 2.0.7", "2.0.7"],
  ["maven", "2.13.1", "2.12.7.1, 2.13.4.2", "2.13.4.2"],
  ["deb", "3.0.11-1~deb12u1", "1.1.1w-0+deb11u2, 3.0.13-1~deb12u1", "3.0.13-1~deb12u1"],
  ["rpm", "1:3.0.7-24.el9", "1:1.1.1k-12.el8_9, 1:3.0.7-25.el9_3", "1:3.0.7-25.el9_3"],
  ["apk", "3.1.2-r0", "3.0.12-r4/3.1.4-r5", "3.1.4-r5"],
  ["semver", "1.0.0", ">= 1.2.3", "1.2.3"],
])("%s: from %s, of %j it is %s", (ecosystem, installed, fixedVersion, version) => {
  const found = fixedIn([fixedVersion], { ecosystem, installed: [installed] });
  expect(packageUpdates(found)).toMatchObject([{ installed: [installed], version, closes: 1, of: 1 }]);
  expect(noUpdates(found)).toEqual([]);
});

test.each<[PackageEcosystem, string, string]>([
  ["apk", "1.6-r0", "1.6_rc1-r0"],
  ["apk", "3.1.4-r5", "3.1.4-r5"],
  ["deb", "1.0-1", "1.0-1~deb12u1"],
  ["deb", "1:1.0-1", "2.0-1"],
  ["rpm", "3.3.1-1.azl3", "3.3.0-2.azl3"],
  ["semver", "2.0.0", "2.0.0-rc.1"],
  ["nuget", "8.0.5", "8.0.5.0"],
  ["pep440", "2.0.post1", "2.0"],
  ["maven", "4.1.100.Final", "4.1.100"],
  ["gem", "3.0", "3.0.0.rc2"],
  ["gem", "2.1.5", "2.1.4.3, 2.2.6.3"],
  ["composer", "5.4.46", "v5.4.46"],
])("%s: what is named is not above %s: %s is no update", (ecosystem, installed, fixedVersion) => {
  const found = fixedIn([fixedVersion], { ecosystem, installed: [installed] });
  expect(packageUpdates(found)).toEqual([]);
  expect(noUpdates(found)).toEqual([
    {
      updates: "package",
      packageName: "openssl",
      packageType: "OS",
      installed: [installed],
      named: [fixedVersion],
    },
  ]);
});

test("only the CVEs whose fix is above what is installed count as closed", () => {
  const found = fixedIn(["1.6_rc1-r0", "1.7-r0"], { ecosystem: "apk", installed: ["1.6-r0"] });
  expect(packageUpdates(found)).toMatchObject([{ version: "1.7-r0", closes: 1, of: 2 }]);
});

test("of two CVEs that name the same branches, the higher version of the installed one closes both", () => {
  const found = fixedIn(["3.2.15, 4.0.7", "3.2.20, 4.0.9"], { ecosystem: "gem", installed: ["3.1.0"] });
  expect(packageUpdates(found)).toMatchObject([{ version: "3.2.20", closes: 2, of: 2 }]);
});

test("where two branches are installed, each has its own update", () => {
  const found = fixedIn(["3.2.15, 4.0.7"], { ecosystem: "gem", installed: ["3.1.0", "3.2.0", "4.0.1"] });
  expect(packageUpdates(found)).toMatchObject([
    { installed: ["3.1.0", "3.2.0"], version: "3.2.15" },
    { installed: ["4.0.1"], version: "4.0.7" },
  ]);
});

test("what is above the update already is not said to be updated", () => {
  const found = fixedIn(["2.0.0"], { ecosystem: "semver", installed: ["1.0.0", "3.0.0"] });
  expect(packageUpdates(found)).toMatchObject([{ installed: ["1.0.0"], version: "2.0.0" }]);
});

test("several versions of which no branch can be chosen stay as they are reported", () => {
  const found = fixedIn(["3.2.15, 4.0.7"], { ecosystem: "gem", installed: [] });
  expect(packageUpdates(found)).toMatchObject([{ version: "3.2.15, 4.0.7" }]);
  expect(packageUpdates(fixedIn(["< 3, 4.0"], { ecosystem: "gem" }))).toMatchObject([
    { version: "< 3, 4.0" },
  ]);
});

test("Kubernetes: the version of the installed minor, and none that is not above it", () => {
  const over = { packageName: "", updates: "kubernetes", ecosystem: undefined } as const;
  const found = (installed: string) => fixedIn(["1.32.9, 1.33.5"], { ...over, installed: [installed] });
  expect(packageUpdates(found("1.32.4"))).toMatchObject([{ updates: "kubernetes", version: "1.32.9" }]);
  expect(packageUpdates(found("1.33.4"))).toMatchObject([{ version: "1.33.5" }]);
  expect(packageUpdates(found("1.33.6"))).toEqual([]);
});

test("a node image of the same day or before is no update", () => {
  const image = (date: string) => `AKSUbuntu-2204gen2containerd-${date}`;
  const over = { packageName: "", updates: "nodeImage", installed: [image("202608.12.0")] } as const;
  expect(packageUpdates(fixedIn([image("202608.2.0")], over))).toEqual([]);
  expect(noUpdates(fixedIn([image("202608.2.0")], over))).toMatchObject([{ updates: "nodeImage" }]);
});
