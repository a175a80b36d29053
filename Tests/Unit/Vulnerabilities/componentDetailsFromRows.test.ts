import type { JsonRecord } from "../../../Client/Core/json";
import { componentDetailsFromRows } from "../../../Client/Vulnerabilities/componentDetailsFromRows";
import { aCluster } from "../../Support/aCluster";
import { aComponent, clusterId } from "../../Support/findings";

const component = aComponent("cart");
const read = (...rows: readonly JsonRecord[]) => componentDetailsFromRows(aCluster(), component, rows);

/** A row of the individual model: a package and its CVEs. */
function individual(cves: unknown, over: JsonRecord = {}, top: JsonRecord = {}): JsonRecord {
  return {
    id: "/assessments/individual",
    type: "microsoft.security/assessments",
    resourceId: component.id,
    properties: {
      additionalData: {
        SoftwareName: "openssl",
        PackageType: "OS",
        Vendor: "debian",
        DetectedSoftwareVersions: ["3.0.11-1"],
        CvesDetails: typeof cves === "string" ? cves : JSON.stringify(cves),
        ...over,
      },
    },
    ...top,
  };
}

/** A row of the grouped model: one CVE. */
function grouped(id: string, details: JsonRecord = {}, software: JsonRecord = {}): JsonRecord {
  return {
    id: `/assessments/grouped/subAssessments/${id}`,
    type: "microsoft.security/assessments/subassessments",
    resourceId: component.id,
    properties: {
      id,
      description: "From the grouped model",
      status: { code: "Unhealthy", severity: "Low" },
      additionalData: {
        vulnerabilityDetails: { cveId: id, ...details },
        softwareDetails: { packageName: "openssl", version: "3.0.11-1", category: "OS", ...software },
      },
    },
  };
}

const summary = (...rows: readonly JsonRecord[]) =>
  read(...rows).vulnerabilities.map(({ cveId, packageName }) => `${cveId} ${packageName}`);

test("the CVEs of both models, each once", () => {
  const rows = [
    grouped("CVE-2026-0001"),
    grouped("CVE-2026-0003"),
    individual([{ CveId: "CVE-2026-0001" }, { CveId: "CVE-2026-0002" }]),
    individual([{ CveId: "CVE-2026-0002" }]),
  ];
  expect(summary(...rows).sort()).toEqual([
    "CVE-2026-0001 openssl",
    "CVE-2026-0002 openssl",
    "CVE-2026-0003 openssl",
  ]);
});

test.each<[string, readonly JsonRecord[]]>([
  ["twice in one row", [individual([{ CveId: "CVE-2026-0001" }, { CveId: "CVE-2026-0001" }])]],
  [
    "in two rows of a model",
    [individual([{ CveId: "CVE-2026-0001" }]), individual([{ CveId: "CVE-2026-0001" }])],
  ],
  ["in two rows of the grouped model", [grouped("CVE-2026-0001"), grouped("CVE-2026-0001")]],
  ["in both models", [individual([{ CveId: "CVE-2026-0001" }]), grouped("CVE-2026-0001")]],
  [
    "in both models, the other way round",
    [grouped("CVE-2026-0001"), individual([{ CveId: "CVE-2026-0001" }])],
  ],
  [
    "in other letter case",
    [individual([{ CveId: "cve-2026-0001" }]), grouped("CVE-2026-0001", {}, { packageName: "OpenSSL" })],
  ],
])("a CVE %s counts once", (_, rows) => {
  expect(read(...rows).vulnerabilities).toHaveLength(1);
});

test("the same CVE in two packages counts twice", () => {
  const rows = [
    individual([{ CveId: "CVE-2026-0001" }]),
    individual([{ CveId: "CVE-2026-0001" }], { SoftwareName: "libssl3" }),
  ];
  expect(summary(...rows).sort()).toEqual(["CVE-2026-0001 libssl3", "CVE-2026-0001 openssl"]);
});

const full = {
  CveId: "CVE-2026-0001",
  Severity: "Critical",
  Cvss: [{ Key: "3.1", Value: { Base: 9.8, CvssVectorString: "individual" } }],
  FixedVersion: "3.0.13-1",
  FixStatus: "FixAvailable",
  PublishedDate: "2026-01-01T00:00:00Z",
  Description: "From the individual model",
  ExploitabilityDetails: { IsInExploitKit: true },
};
const other = {
  severity: "Low",
  cvss: { "3.0": { base: 2, cvssVectorString: "grouped" } },
  publishedDate: "2020-01-01T00:00:00Z",
  exploitabilityAssessment: { exploitStepsPublished: true },
};

test("where both models know something, the individual one is right, whichever row comes first", () => {
  const fromGrouped = grouped("CVE-2026-0001", other, {
    fixedVersion: "9.9.9",
    fixStatus: "FixAvailable",
    vendor: "x",
  });
  const expected = {
    severity: "Critical",
    cvss: 9.8,
    cvssVector: "individual",
    fixedVersion: "3.0.13-1",
    fix: "fixed",
    exploits: ["inKit"],
    published: new Date("2026-01-01T00:00:00Z"),
    description: "From the individual model",
    vendor: "debian",
  };
  expect(read(individual([full]), fromGrouped).vulnerabilities).toMatchObject([expected]);
  expect(read(fromGrouped, individual([full])).vulnerabilities).toMatchObject([expected]);
});

test("what the individual model leaves open comes from the grouped one", () => {
  const fromGrouped = grouped("CVE-2026-0001", other, {
    fixedVersion: "9.9.9",
    version: "3.0.10-1",
    vendor: "alpine",
  });
  const bare = individual([{ CveId: "CVE-2026-0001", Severity: "" }], {
    PackageType: undefined,
    Vendor: undefined,
  });
  expect(read(bare, fromGrouped).vulnerabilities).toMatchObject([
    {
      packageType: "OS",
      vendor: "alpine",
      ecosystem: "apk",
      severity: "Low",
      cvss: 2,
      cvssVector: "grouped",
      fixedVersion: "9.9.9",
      fix: "fixed",
      exploits: ["public"],
      published: new Date("2020-01-01T00:00:00Z"),
      description: "From the grouped model",
      installed: ["3.0.11-1", "3.0.10-1"],
    },
  ]);
});

test.each([
  ["NoFixAvailable", "none"],
  ["FixAvailable", "claimed"],
])("that the grouped model says %s counts where the individual one says nothing", (fixStatus, fix) => {
  const rows = [individual([{ CveId: "CVE-2026-0001" }]), grouped("CVE-2026-0001", {}, { fixStatus })];
  expect(read(...rows).vulnerabilities).toMatchObject([{ fix, fixedVersion: "" }]);
});

test("a score and its vector come from the same report", () => {
  const unvectored = { CveId: "CVE-2026-0001", Cvss: [{ Key: "3.1", Value: { Base: 5 } }] };
  expect(read(individual([unvectored]), grouped("CVE-2026-0001", other)).vulnerabilities).toMatchObject([
    { cvss: 5, cvssVector: undefined },
  ]);
});

test("worst first: severity, then score, then package and number", () => {
  const rated = (CveId: string, Severity: string, Base: number) => ({
    CveId,
    Severity,
    Cvss: [{ Key: "3.1", Value: { Base } }],
  });
  const rows = [
    individual([
      rated("CVE-2026-0006", "", 9.9),
      rated("CVE-2026-0005", "Low", 3),
      rated("CVE-2026-0004", "High", 7),
      rated("CVE-2026-0003", "High", 7),
      rated("CVE-2026-0002", "High", 8.5),
      rated("CVE-2026-0001", "Critical", 9),
    ]),
    individual([rated("CVE-2026-0009", "High", 7)], { SoftwareName: "curl" }),
  ];
  expect(summary(...rows)).toEqual([
    "CVE-2026-0001 openssl",
    "CVE-2026-0002 openssl",
    "CVE-2026-0009 curl",
    "CVE-2026-0003 openssl",
    "CVE-2026-0004 openssl",
    "CVE-2026-0005 openssl",
    "CVE-2026-0006 openssl",
  ]);
});

test("the version that fixes the package counts for a CVE that is silent, and only for that", () => {
  const rows = [
    individual(
      [
        { CveId: "CVE-2026-0001" },
        { CveId: "CVE-2026-0002", FixStatus: "NoFix" },
        { CveId: "CVE-2026-0003", FixedVersion: "3.0.15-1" },
      ],
      { FixedVersion: "3.0.14-1", FixStatus: "FixAvailable" },
    ),
  ];
  const { vulnerabilities } = read(...rows);
  expect(vulnerabilities.map(({ cveId, fix, fixedVersion }) => [cveId, fix, fixedVersion])).toEqual([
    ["CVE-2026-0001", "fixed", "3.0.14-1"],
    ["CVE-2026-0002", "none", ""],
    ["CVE-2026-0003", "fixed", "3.0.15-1"],
  ]);
});

test("a fixed version that is not above what is installed is no fix, after all rows are read", () => {
  const alpine = { SoftwareName: "jq", Vendor: "alpine", DetectedSoftwareVersions: '["1.6-r0"]' };
  const cves = ["1.6_rc1-r0", "1.6-r0", "1.6-r1"].map((FixedVersion, index) => ({
    CveId: `CVE-2026-000${index}`,
    FixedVersion,
  }));
  const { vulnerabilities } = read(individual(cves, alpine));
  expect(vulnerabilities.map(({ fix, fixedVersion }) => [fix, fixedVersion])).toEqual([
    ["notAbove", "1.6_rc1-r0"],
    ["notAbove", "1.6-r0"],
    ["fixed", "1.6-r1"],
  ]);
});

test("a package of a language keeps its type, and never takes the rules of the system from another row", () => {
  const elixir = individual([{ CveId: "CVE-2026-0001" }], { PackageType: "Library (Elixir)", Vendor: "" });
  const ofSystem = grouped("CVE-2026-0001", {}, { vendor: "debian" });
  expect(read(elixir, ofSystem).vulnerabilities).toMatchObject([
    { packageType: "Library (Elixir)", ecosystem: undefined },
  ]);
  const library = individual([{ CveId: "CVE-2026-0001" }], { PackageType: "Library", Vendor: "" });
  const python = grouped("CVE-2026-0001", {}, { category: "Library", language: "Python" });
  expect(read(library, python).vulnerabilities).toMatchObject([
    { packageType: "Library (Python)", ecosystem: "pep440" },
  ]);
});

test.each<[string, JsonRecord]>([
  ["as a string", individual(JSON.stringify([{ CveId: "CVE-2026-0001" }]))],
  ["as a list", individual("", { CvesDetails: [{ CveId: "CVE-2026-0001" }] })],
  ["in camelCase", individual("", { CvesDetails: undefined, cvesDetails: '[{"cveId": "CVE-2026-0001"}]' })],
  [
    "inside of additional data that are a string",
    {
      ...individual([]),
      properties: {
        additionalData: JSON.stringify({
          SoftwareName: "openssl",
          CvesDetails: '[{"CveId": "CVE-2026-0001"}]',
        }),
      },
    },
  ],
  [
    "of a resource spelled in capitals",
    individual([{ CveId: "CVE-2026-0001" }], {}, { resourceId: component.id.toUpperCase() }),
  ],
])("CvesDetails %s", (_, row) => {
  expect(summary(row)).toEqual(["CVE-2026-0001 openssl"]);
});

test.each(["[{", "{}", "7", "not JSON", '"CVE-2026-0001"', "null", '[{"CveId": "D260AR"}]'])(
  "CvesDetails that are %s are named",
  (cves) => {
    const { vulnerabilities, unreadable } = read(individual(cves), individual([{ CveId: "CVE-2026-0002" }]));
    expect(vulnerabilities).toMatchObject([{ cveId: "CVE-2026-0002" }]);
    expect(unreadable).toEqual([expect.stringContaining("/assessments/individual")]);
  },
);

const parent: JsonRecord = {
  ...individual([]),
  id: "/assessments/grouped",
  properties: { displayName: "Containers", status: { code: "Unhealthy" } },
};

test("the parent of a group leaves the CVEs to those that came with it", () => {
  const { vulnerabilities, unreadable } = read(parent, grouped("CVE-2026-0001"));
  expect([vulnerabilities.length, unreadable]).toEqual([1, []]);
});

test.each<[string, JsonRecord, string]>([
  ["the parent of a group whose findings did not come", parent, "Containers"],
  ["an empty list", individual([]), "/assessments/individual"],
  ["no list", individual("", { CvesDetails: null }), "/assessments/individual"],
  ["no additional data", { ...individual([]), properties: null }, "/assessments/individual"],
])("a failing row without a CVE is named, it does not look as if it had none: %s", (_, row, name) => {
  const other = grouped("CVE-2026-0002");
  const details = read(row, { ...other, id: "/assessments/other/subAssessments/1" });
  expect(details.vulnerabilities).toHaveLength(1);
  expect(details.unreadable).toEqual([`The CVEs of ${name} couldn't be read.`]);
});

test("CVEs without a number are named, one by one", () => {
  const unnumbered = { ...grouped(""), id: "/assessments/grouped/subAssessments/7" };
  const { vulnerabilities, unreadable } = read(
    individual([{ CveId: "CVE-2026-0001" }, { CveId: "" }, null, "X1Y2Z3"]),
    unnumbered,
  );
  expect(vulnerabilities).toHaveLength(1);
  expect(unreadable).toHaveLength(4);
  expect(unreadable.filter((text) => text.includes("/assessments/individual"))).toHaveLength(3);
  expect(unreadable.filter((text) => text.includes("subAssessments/7"))).toHaveLength(1);
});

test("a grouped row is read by its own id and severity where details are missing", () => {
  const row = grouped("CVE-2026-0001");
  const bare = {
    ...row,
    properties: {
      id: "CVE-2026-0001",
      status: { severity: "Medium" },
      additionalData: { softwareDetails: {} },
    },
  };
  expect(read(bare).vulnerabilities).toMatchObject([
    { cveId: "CVE-2026-0001", severity: "Medium", packageName: "" },
  ]);
});

const neighbor = (name: string, data: JsonRecord = {}): JsonRecord => ({
  id: `/assessments/${name}`,
  type: "microsoft.security/assessments",
  resourceId: `${clusterId}/securityEntityData/${name}`.toLowerCase(),
  placeOfResource: JSON.stringify({
    ContainerName: name,
    Namespace: "shop",
    ControllerName: name,
    Digest: "sha256:cart",
    ...data,
  }),
  properties: null,
});

test("other containers with the image are listed once each, by where they are", () => {
  const { sameImage, vulnerabilities, unreadable } = read(
    neighbor("worker"),
    individual([{ CveId: "CVE-2026-0001" }]),
    neighbor("api"),
    neighbor("worker"),
    neighbor("batch", { Namespace: "analytics" }),
  );
  expect(sameImage?.map(({ container, place }) => `${place.namespace}/${container}`)).toEqual([
    "analytics/batch",
    "shop/api",
    "shop/worker",
  ]);
  expect(vulnerabilities).toHaveLength(1);
  expect(unreadable).toEqual([]);
});

test("a container that names the digest and runs another image is not one of them", () => {
  const other = neighbor("api", { Digest: "sha256:other", Note: "was sha256:cart" });
  expect(read(individual([]), other).sameImage).toEqual([]);
});

test("a CVE without a package is that of the packages that have it", () => {
  const bare = individual("", {
    SoftwareName: undefined,
    CvesDetails: undefined,
    CVEs: '[{"CVE":"CVE-2026-0001","BaseScore":7.1},{"CVE":"CVE-2026-0002","BaseScore":5}]',
  });
  const rows = [
    bare,
    individual([{ CveId: "CVE-2026-0001" }]),
    individual([{ CveId: "CVE-2026-0001", Cvss: [{ Key: "3", Value: { Base: 9 } }] }], {
      SoftwareName: "zlib",
    }),
  ];
  const found = read(...rows).vulnerabilities.map(({ cveId, packageName, cvss }) => [
    cveId,
    packageName,
    cvss,
  ]);
  expect(found).toEqual([
    ["CVE-2026-0001", "zlib", 9],
    ["CVE-2026-0001", "openssl", 7.1],
    ["CVE-2026-0002", "", 5],
  ]);
});

test("no one else has the image", () => {
  expect(read(individual([])).sameImage).toEqual([]);
});

test("without a digest no one knows who else has the image", () => {
  const image = { reference: "contoso.azurecr.io/cart:1", digest: undefined };
  const place = component.place && { ...component.place, image };
  const details = componentDetailsFromRows(aCluster(), { ...component, place }, [neighbor("api")]);
  expect(details.sameImage).toBeUndefined();
});

test("a node pool has no image", () => {
  const pool = aComponent("pool", { kind: "nodePool", place: undefined });
  expect(componentDetailsFromRows(aCluster(), pool, []).sameImage).toBeUndefined();
});

test("the first link that may be offered is", () => {
  const linked = (azurePortal: string): JsonRecord => ({
    ...individual([]),
    properties: { links: { azurePortal } },
  });
  expect(read(linked("evil.example/"), linked("portal.azure.com/#x")).portalLink).toBe(
    "https://portal.azure.com/#x",
  );
  expect(read(individual([])).portalLink).toBeUndefined();
});
