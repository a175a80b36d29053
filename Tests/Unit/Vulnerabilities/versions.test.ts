import {
  compareVersions,
  ecosystemOf,
  type PackageEcosystem,
} from "../../../Client/Vulnerabilities/Versions/compareVersions";
import { createRandom } from "../../../Extension/ArmEmulator/World/random";

/** Ascending, from the examples and the rules of each specification; a longer list goes on in the next line. */
const ascending: Readonly<Record<PackageEcosystem, readonly string[]>> = {
  // deb-version(7): a tilde, the end, letters, the rest.
  deb: [
    "1.0~~ 1.0~~a 1.0~ 1.0~rc1-1 1.0 1.0-0ubuntu1 1.0-1~bpo12+1 1.0-1 1.0-1ubuntu1.9 1.0-1ubuntu1.10",
    "1.0-1ubuntu1.10 1.0-1+b1 1.0-1+deb12u1 1.0-1+deb12u2 1.0-1+deb12u10 1.0-1.1 1.0-2 1.0-10",
    "1.0-10 1.0a 1.0b 1.0bz 1.0+git1 1.0-1-1 1.0-2-1 1.0.1 1.9 1.10 1:0.1 2:0.1 2:0:1 10:0",
    "1.1.1f-1ubuntu2.16 1.1.1f-1ubuntu2.17 3.0.2-0ubuntu1.9 3.0.2-0ubuntu1.10",
  ],
  // rpm-version(7): a tilde, the end, a caret, letters, digits.
  rpm: [
    "1.0~~ 1.0~rc1 1.0~rc1^git1 1.0~rc2 1.0 1.0^ 1.0^git1~pre 1.0^git1 1.0^git2 1.0a 1.0b 1.0.1",
    "1.0.1 1.1 1.9 1.10 2a 2.0 5.5p1 5.5p2 5.5p10 5.6p1 6.0 6.0.rc1 6.1 10xyz 10.1xyz 20101121 1:0.1 2:0.1",
    "xyz.4 xyz10 xyz10.1 1.2 1.2-1 1.2-1.el9 1.2-1.el9_1 1.2-2 1.2-10 1:1.2-1",
    "3.3.0-1.cm2 3.3.0-2.azl3 3.3.0-10.azl3 3.3.1-1.azl3",
  ],
  // apk-package(5).
  apk: [
    "1.0_alpha 1.0_alpha1 1.0_alpha2 1.0_alpha10 1.0_beta 1.0_pre1 1.0_rc1_pre1 1.0_rc1 1.0_rc1-r0 1.0_rc1_p1",
    "1.0_rc1_p1 1.0_rc2 1.0 1.0-r0 1.0-r1 1.0-r9 1.0-r10 1.0~12ab 1.0_cvs1 1.0_svn1 1.0_git20240101-r1",
    "1.0_git20240101-r1 1.0_git20240102 1.0_hg1 1.0_p1 1.0_p2-r3 1.0a 1.0b 1.0.1 1.01 1.010 1.02 1.1 1.2 1.10",
    "1.10 2 3.1.4-r5 3.1.4-r6 3.1.5-r0 10.0-r0",
  ],
  // SemVer 2.0.0, item 11, and what Go and NuGet add to it.
  semver: [
    "1.0.0-0 1.0.0-1 1.0.0-9 1.0.0-10 1.0.0-- 1.0.0-0a 1.0.0-A 1.0.0-a 1.0.0-alpha 1.0.0-alpha.1",
    "1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.1 1.2.0 1.10.0",
    "v0.0.0-20190101000000-abc 0.0.0-20240101000000-abc v0.17.0 0.18.0 v1.0.0-rc.1 v1.0.0",
    "go1.21.3 1.21.10 1.22beta1 go1.22rc1 1.22rc2 1.22rc10 go1.22 1.22.1 go1.22.10 1.23rc1",
    "4.7.0 4.7.0.1-beta 4.7.0.1 4.7.0.2 4.7.0.10 4.7.1 9007199254740992.0.0 9007199254740993.0.0",
  ],
  // NuGet's documentation, "Package versioning": four numbers, and labels in any letter case.
  nuget: ["1.0.0-Alpha 1.0.0-BETA 1.0.0-rc.2 1.0.0-RC.10 1.0.0 1.0.0.1 1.0.1", "4.7.0 4.7.0.1 12.0.3 13.0.1"],
  // Documentation of Gem::Version: words are pre-releases, also behind a hyphen.
  gem: [
    "1.0.a 1.0.a.2 1.0.b1 1.0.b10 1.0.rc1 1.0 1.0.0.1 1.0.1 1.9 1.10 2.0.0.pre1 2.0",
    "2.2.8 2.2.8.1 3.0.9.1 3.1.0.beta2 3.1.0.rc1 3.1 3.2.15 4.0.7",
  ],
  // Composer's documentation, "Versions and constraints"; PHP's manual, "version_compare".
  composer: [
    "1.0-dev 1.0-alpha 1.0a1 1.0-alpha2 1.0.0-beta1-dev 1.0b1 1.0-beta.1.1 1.0-beta2 1.0-RC1 1.0 1.0-p1 1.0pl2 1.0.0.1",
    "v5.4.45 5.4.46 v6.4.13 6.4.14 7.1.7 10.0",
  ],
  pep440: [
    "1.dev0 1.0.dev456 1.0a1 1.0a2.dev456 1.0a12.dev456 1.0a12 1.0b1.dev456 1.0b2 1.0b2.post345.dev456",
    "1.0b2.post345.dev456 1.0b2.post345 1.0rc1.dev456 1.0rc1 1.0 1.0+abc.5 1.0+abc.7 1.0+5 1.0.post456.dev34",
    "1.0.post456.dev34 1.0.post456 1.0.15 1.1.dev1 1.1 1.9 1.10 2013.10 1!1.0.dev1 1!1.0 2!0",
    "1.0+a 1.0+a.a 1.0+a.1 1.0+b 1.0+2 1.0+2.0 1.0+10",
  ],
  // Maven's POM reference; 1.0.RC1 and 1-RC1 are the same there.
  maven: [
    "1-alpha2snapshot 1-alpha2 1-alpha-123 1-beta-2 1-beta123 1-m2 1-m11 1-rc 1-cr2 1-rc123 1-SNAPSHOT 1",
    "1 1-sp 1-sp2 1-sp123 1-abc 1-def 1-pom-1 1-1-snapshot 1-1 1-2 1-123",
    "2.0 2.0.a 2-1 2.0.2 2.0.123 2.1.0 2.1-a 2.1b 2.1-c 2.1-1 2.1.0.1 2.2 2.123",
    "11.a2 11.a11 11.b2 11.b11 11.m2 11.m11 11 11.a 11b 11c 11m",
    "1.0.RC1 1.0-RC2 1.0.0 1.foo 1-1 1.1 4.1.9.Final 4.1.100.Final 31.0-android 31.0-jre 31.1-jre",
  ],
};

const ecosystems = Object.keys(ascending) as PackageEcosystem[];

const olderAndNewer = ecosystems.flatMap((ecosystem) =>
  ascending[ecosystem].flatMap((line) => {
    const versions = line.split(" ");
    return versions.slice(1).map((newer, index) => [ecosystem, versions[index] ?? "", newer] as const);
  }),
);

test.each(olderAndNewer)("%s: %s is older than %s", (ecosystem, older, newer) => {
  expect(compareVersions(ecosystem, older, newer)).toBeLessThan(0);
  expect(compareVersions(ecosystem, newer, older)).toBeGreaterThan(0);
});

test.each<[PackageEcosystem, string, string]>([
  ["deb", "1.0", "0:1.0-0"],
  ["deb", "1.01", "1.1"],
  ["rpm", "1.0-1", "0:1.0-1"],
  ["rpm", "1.0.010", "1_0+10."],
  ["rpm", "2.0.1a", "2.0.1.a"],
  ["apk", "1.2-r01", "01.2-r1"],
  ["semver", "v1.2.3", "1.2.3"],
  ["semver", "1.2.3+build.1", "1.2.3+build.2"],
  ["semver", "go1.22", "1.22.0"],
  ["semver", "go1.22rc1", "1.22.0-rc.1"],
  ["semver", "1.2", "1.2.0.0"],
  ["semver", "v2.0.0+incompatible", "2.0.0"],
  ["nuget", "1.0.0-Beta.1", "1.0-beta.1"],
  ["nuget", "4.7", "4.7.0.0+sha.1"],
  ["gem", "1.0", "1"],
  ["gem", "1.0.0.rc1", "1.rc1"],
  ["gem", "1.0-rc1", "1.0.pre.rc1"],
  ["composer", "v1.2", "1.2.0.0"],
  ["composer", "1.0.0-stable", "1.0"],
  ["composer", "1.0-b2", "1.0.0beta2"],
  ["composer", "1.0-pl1", "1.0-patch.1+build"],
  ["pep440", "1.0", "v1.0.0"],
  ["pep440", "1.0-ALPHA.1", "1.0a1"],
  ["pep440", "1.0c1", "1.0-preview_1"],
  ["pep440", "1.0-1", "1.0.post1"],
  ["pep440", "1.0rev1", "1.0-r1"],
  ["pep440", "1.0dev", "1.0.dev0"],
  ["pep440", "1.0a-.dev", "1.0a0.dev0"],
  ["pep440", " 1.0+ubuntu-1", "1.0+Ubuntu.01 "],
  ["maven", "1", "1.0.0-ga.0_final"],
  ["maven", "1.RELEASE", "1-0.0"],
  ["maven", "1.0-a1", "1-alpha-1"],
  ["maven", "1-rc1", "1.CR1"],
  ["maven", "1.0.0-foo.0.0", "1-foo"],
  ["maven", "1-ga-1", "1-1"],
  ["maven", "1.", "1-"],
])("%s: %s is the same as %s", (ecosystem, left, right) => {
  expect(compareVersions(ecosystem, left, right)).toBe(0);
  expect(compareVersions(ecosystem, right, left)).toBe(0);
});

const noVersions: Readonly<Record<PackageEcosystem, readonly string[]>> = {
  deb: ["1.0-", ":1.0", "a:1.0", "1.0_1", "1.0-1_1", "v1.0"],
  rpm: ["1.0-", ":1.0", "1.0-1-1", "(none):1.0"],
  apk: ["v1.0", "1.0-1", "1.0_foo", "1.0ab", "1..0", "1.0-r", "1.0-r1_p1", "1.0A"],
  semver: ["1.0.0-", "1.0.0-a..b", "1.0.0+", "1.0.", "1.2.3.4.5", "1.x", "^1.0.0", "1.0.0-a_b"],
  nuget: ["1.0.0-", "1.x", "[1.0]"],
  gem: ["v1.0", "1.0-", "1..0", "1.0_1", "~> 1.0", ">= 1.0"],
  composer: ["dev-main", "1.x-dev", "^1.0", "1.0.0.0.0", "1.0-foo", "1.0beta1."],
  pep440: ["1.0.*", "1.0foo", "1.0+", "1.0+a..b", "1!", "1.0.post1a1"],
  maven: ["[1.0,2.0)", "${project.version}", "r09"],
};
const nowhereVersions = [
  "",
  " ",
  "-",
  "latest",
  "<1.0",
  "1.0 or later",
  "1.0\n1.1",
  "1.0,2.0",
  "１.０",
  "1\0",
  "🙂",
];

test.each(
  ecosystems.flatMap((ecosystem) =>
    [...nowhereVersions, ...noVersions[ecosystem]].map((text) => [ecosystem, text] as const),
  ),
)("%s: %j cannot be compared", (ecosystem, text) => {
  expect(compareVersions(ecosystem, text, "1.0")).toBeUndefined();
  expect(compareVersions(ecosystem, "1.0", text)).toBeUndefined();
});

test("nothing can be compared in an unknown ecosystem", () => {
  expect(compareVersions(undefined, "1.0", "1.0")).toBeUndefined();
});

test.each<[PackageEcosystem | undefined, readonly string[]]>([
  ["deb", ["Debian", "Ubuntu", "DEB", "dpkg"]],
  ["rpm", ["rpm", "RHEL", "CentOS", "Mariner", "AzureLinux", "Azure Linux", "Fedora", "Amazon", "SUSE"]],
  ["rpm", ["Oracle Linux"]],
  ["apk", ["Alpine", "apk"]],
  ["semver", ["npm", "Node", "NodeJS", "JavaScript", "Go", "golang", "gomod", "Rust", "cargo"]],
  ["rpm", ["Red Hat", "Rocky", "AlmaLinux", "Amazon Linux", "SLES", "openSUSE", "Photon OS", "CBL-Mariner"]],
  ["apk", ["Wolfi", "Chainguard"]],
  ["nuget", ["NuGet", "dotnet", ".NET"]],
  ["gem", ["Ruby", "gem", "RubyGems", "bundler"]],
  ["composer", ["PHP", "Composer", "Packagist"]],
  ["pep440", ["Python", "pip", "PyPI"]],
  ["maven", ["Java", "Maven", "jar"]],
  [undefined, ["OS", "Linux", "Windows", "", "constructor", "__proto__"]],
])("%p is the ecosystem of %p", (ecosystem, names) => {
  expect(names.map((name) => [name, ecosystemOf(name)])).toEqual(names.map((name) => [name, ecosystem]));
});

const pieces = [
  "0",
  "1",
  "2",
  "10",
  "01",
  ".",
  ".",
  "-",
  "~",
  "^",
  "_",
  "+",
  ":",
  "!",
  "a",
  "b",
  "rc",
  "dev",
];
const longerPieces = [
  "-r1",
  "_p1",
  "_rc",
  ".post",
  "alpha",
  "sp",
  "ga",
  "snapshot",
  "z",
  "v",
  "A",
  " ",
  "é",
  "/",
];

describe.each(ecosystems)("the order of %s versions", (ecosystem) => {
  const random = createRandom(ecosystems.indexOf(ecosystem) + 1);
  const randomText = () =>
    random.pick(["0", "1", "1.", "1.0", ""]) +
    Array.from({ length: random.whole(6) }, () => random.pick(random.oneIn(3) ? longerPieces : pieces)).join(
      "",
    );
  const isVersion = (text: string) => compareVersions(ecosystem, text, text) !== undefined;
  const compare = (left: string, right: string) => Math.sign(compareVersions(ecosystem, left, right) ?? NaN);

  test.each([1, 2, 3, 4, 5])("is reflexive, antisymmetric and transitive over random texts, round %d", () => {
    const versions = Array.from({ length: 4_000 }, randomText).filter(isVersion).slice(0, 60);
    expect(versions).toHaveLength(60);
    const table = versions.map((left) => versions.map((right) => compare(left, right)));
    const at = (left: number, right: number) => table[left]?.[right] ?? NaN;
    const places = [...versions.keys()];
    const broken = places.flatMap((a) =>
      places.flatMap((b) => [
        ...(at(a, a) === 0 && at(a, b) + at(b, a) === 0 ? [] : [[versions[a], versions[b]]]),
        ...places
          // From a <= b <= c follows a <= c, and a < c when either of the two was a real step.
          .filter((c) => at(a, b) <= 0 && at(b, c) <= 0 && at(a, c) !== Math.min(at(a, b), at(b, c)))
          .map((c) => [versions[a], versions[b], versions[c]]),
      ]),
    );
    expect(broken).toEqual([]);
  });
});

test.each(ecosystems)("%s: a huge text ends neither in an error nor in a wait", (ecosystem) => {
  const hostile = [
    "1",
    "1.",
    "0",
    "a",
    "-",
    "~",
    "1-",
    "1a",
    "_p1",
    ".0",
    "+",
    " ",
    "\u0000",
    "1:",
    "\ud800",
  ];
  for (const piece of hostile) {
    for (const length of [900, 1_000_000]) {
      const text = `1${piece.repeat(length / piece.length)}`;
      expect(() => compareVersions(ecosystem, text, `${text}!`)).not.toThrow();
      expect(() => compareVersions(ecosystem, text, text)).not.toThrow();
    }
  }
});

test.each(ecosystems)("%s: numbers of any size keep their value", (ecosystem) => {
  const digits = "9".repeat(400);
  expect(compareVersions(ecosystem, `1.${digits}8`, `1.${digits}9`)).toBeLessThan(0);
});
