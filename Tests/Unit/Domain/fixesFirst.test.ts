import { fixesFirst } from "../../../Client/Domain/fixesFirst";
import type { PackageEcosystem } from "../../../Client/Domain/Versions/compareVersions";
import type { Vulnerability } from "../../../Client/Domain/vulnerability";
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
  expect(fixesFirst(fixedIn(versions, { ecosystem }))).toEqual([
    {
      updates: "package",
      packageName: "openssl",
      packageType: "OS",
      installed: ["3.0.11-1~deb12u1"],
      version,
      closes,
      of: versions.length,
      isCompared: true,
    },
  ]);
});

test("of versions that are the same by the rules of the ecosystem, closing equally many, one is named once", () => {
  const [fix, ...others] = fixesFirst(fixedIn(["1.0", "1.0.0"], { ecosystem: "pep440" }));
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
  expect(fixesFirst(group)).toMatchObject([{ version: "3.0.13-1", closes: 2, of: 5 }]);
});

test.each<Vulnerability["fix"]>(["none", "claimed", "unknown"])(
  "a package whose fixes are all %s has no update to recommend",
  (fix) => expect(fixesFirst([unfixed({ fix })])).toEqual([]),
);

test.each<[string, PackageEcosystem | undefined, readonly string[]]>([
  ["an unknown ecosystem", undefined, ["1.0", "2.0", "2.0"]],
  ["versions that are none", "semver", ["2024-build", "fixed", "fixed"]],
])("%s: only the CVEs that name the very version are counted, and it says so", (_, ecosystem, versions) => {
  expect(fixesFirst(fixedIn(versions, { ecosystem }))).toMatchObject([
    { version: versions[1], closes: 2, of: 3, isCompared: false },
  ]);
});

test("an unknown ecosystem with one version has nothing to compare", () => {
  expect(fixesFirst(fixedIn(["x", "x"], { ecosystem: undefined }))).toMatchObject([
    { version: "x", closes: 2, isCompared: true },
  ]);
});

test("packages come by how much their update closes, then by name; each is asked for once", () => {
  const fixes = fixesFirst([
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
  const fixes = fixesFirst([
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
  expect(fixesFirst(group)).toMatchObject([{ installed: ["1.0.0", "1.1.0"] }]);
});

test("nothing to fix", () => {
  expect(fixesFirst([])).toEqual([]);
});

test("CVEs without a package are no package: their fixes are not added up", () => {
  const unnamed = fixedIn(["1.0", "2.0"], { packageName: "" });
  expect(fixesFirst(unnamed)).toEqual([]);
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
  expect(fixesFirst([...onNodes, open])).toEqual([
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
  expect(fixesFirst(found)).toMatchObject([{ updates: "kubernetes", version: "1.33.10", closes: 2 }]);
});
