import Ajv, { type ValidateFunction } from "ajv";
import { readFileSync } from "node:fs";
import path from "node:path";
import { PackageURL } from "packageurl-js";
import { cycloneDx } from "../../../Client/Vulnerabilities/Vex/cycloneDx";
import { openVex } from "../../../Client/Vulnerabilities/Vex/openVex";
import { imageUrl, packageUrl } from "../../../Client/Vulnerabilities/Vex/packageUrl";
import { vexEntryOf, type VexEntry } from "../../../Client/Vulnerabilities/Vex/vexEntry";
import type { Vulnerability } from "../../../Client/Vulnerabilities/vulnerability";
import { hostilePackages } from "../../Support/hostilePackages";
import { aVulnerability, aComponent, clusterId } from "../../Support/findings";
import { ofOpenVex } from "../../Support/openVexRules";

const digest = `sha256:${"ab".repeat(32)}`;
const image = (reference: string, of = digest) => ({ reference, digest: of });
const report = { clusterId, createdAt: new Date("2026-11-30T10:00:00Z"), missing: [] };

/** The schema that the makers of CycloneDX publish, as their library has it. */
function schemaOfCycloneDx(): ValidateFunction {
  const folder = path.join(
    path.dirname(require.resolve("@cyclonedx/cyclonedx-library/package.json")),
    "res/schema",
  );
  const read = (name: string) =>
    JSON.parse(readFileSync(path.join(folder, `${name}.SNAPSHOT.schema.json`), "utf8")) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(read("spdx"), "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json");
  ajv.addSchema(read("jsf-0.82"), "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json");
  return ajv.compile(read("bom-1.6"));
}

test.each([
  ["reg.io/payments/api:1.4", "pkg:oci/api@sha256:", "?repository_url=reg.io%2Fpayments%2Fapi&tag=1.4"],
  ["reg.io:5000/api", "pkg:oci/api@sha256:", "?repository_url=reg.io%3A5000%2Fapi"],
  ["half\uD800", "pkg:oci/half%EF%BF%BD@sha256:", "?repository_url=half%EF%BF%BD"],
  ["nginx:latest", "pkg:oci/nginx@sha256:", "?repository_url=nginx&tag=latest"],
])("the image %s is known by its digest", (reference, begins, ends) => {
  const url = imageUrl(image(reference)) ?? "";
  expect([url.startsWith(begins), url.endsWith(ends)]).toEqual([true, true]);
  expect(PackageURL.fromString(url).version).toBe(digest);
});

test.each([{ reference: "reg.io/api:1", digest: undefined }, image("")])(
  "%j has no name that stays",
  (one) => {
    expect(imageUrl(one)).toBeUndefined();
  },
);

test.each([
  ["npm", "", "@babel/core", "7.1.0", "pkg:npm/%40babel/core@7.1.0"],
  ["npm", "", "lodash", "4.0.0", "pkg:npm/lodash@4.0.0"],
  [
    "Maven",
    "",
    "org.apache.logging.log4j:log4j-core",
    "2.14.1",
    "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
  ],
  ["golang", "", "golang.org/x/net", "v0.1.0", "pkg:golang/golang.org/x/net@v0.1.0"],
  ["Python", "", "urllib3", "2.0", "pkg:pypi/urllib3@2.0"],
  ["OS", "debian 12", "openssl", "3.0.11-1~deb12u2", "pkg:deb/debian/openssl@3.0.11-1~deb12u2"],
  ["OS", "Alpine 3.19", "musl", undefined, "pkg:apk/alpine/musl"],
  ["OS", "Plan 9", "rc", "1", "pkg:generic/rc@1"],
  ["toString", "", "x", "1", "pkg:generic/x@1"],
])("a package of %s on %j: %s %s", (packageType, os, packageName, version, url) => {
  expect(packageUrl({ packageType, os, packageName }, version)).toBe(url);
});

test("whatever a package is called, its URL can be read, and names it and nothing else", () => {
  const kinds = [
    "npm",
    "nuget",
    "pypi",
    "maven",
    "gem",
    "composer",
    "golang",
    "cargo",
    "debian",
    "alpine",
    "rhel",
    "?",
  ];
  const names = hostilePackages.filter((name) => name !== "");
  for (const [packageType, packageName] of kinds.flatMap((kind) =>
    names.map((name) => [kind, name] as const),
  )) {
    for (const version of ["1.0", "2024.1", "a/b?c#d@e", undefined]) {
      const url = PackageURL.fromString(packageUrl({ packageType, packageName, os: "" }, version));
      const own = ["deb", "apk", "rpm"].includes(url.type) ? [] : [url.namespace];
      const parts = [...own, url.name].filter(Boolean).join("/").toLowerCase();
      expect([packageType, parts.replaceAll(/[:/_-]/g, ""), url.version ?? undefined]).toEqual([
        packageType,
        packageName.toLowerCase().replaceAll(/[:/_-]/g, ""),
        version,
      ]);
      expect([url.qualifiers ?? {}, url.subpath ?? ""]).toEqual([{}, ""]);
    }
  }
});

/** Two images, one of which runs in two places, and a node pool. */
function someEntries(): readonly VexEntry[] {
  const at = (reference: string, of: string) => ({
    namespace: "shop",
    pod: "",
    controllerKind: "",
    controllerName: "",
    image: image(reference, of),
  });
  const api = aComponent("api", { place: at("reg.io/api:1", digest) });
  const again = aComponent("api-2", { place: at("reg.io/api:1", digest) });
  const web = aComponent("web", { place: at("reg.io/web:2", `sha256:${"cd".repeat(32)}`) });
  const pool = aComponent("pool", { kind: "nodePool", place: undefined });
  const cve = (id: string, over: Partial<Vulnerability>) =>
    aVulnerability(id, { packageType: "npm", os: "", ...over });
  const lodash = { packageName: "lodash", installed: ["4.0.0"], fixedVersion: "4.17.21" };
  return [
    vexEntryOf(api, cve("CVE-2021-1", lodash)),
    vexEntryOf(again, cve("CVE-2021-1", lodash)),
    vexEntryOf(web, cve("CVE-2021-1", lodash)),
    vexEntryOf(web, cve("CVE-2021-1", { ...lodash, fixedVersion: "", fix: "none" })),
    vexEntryOf(
      web,
      cve("CVE-2022-2", { packageName: "", cvss: undefined, severity: "Unknown", description: "" }),
    ),
    vexEntryOf(
      pool,
      cve("CVE-2023-3", { updates: "nodeImage", installed: ["AKSUbuntu-1"], fixedVersion: "AKSUbuntu-2" }),
    ),
  ];
}

/** What was found, as a reader of VEX sees it: CVE, product, package. */
const found = (entries: readonly VexEntry[]) =>
  [
    ...new Set(
      entries.flatMap(({ cveId, product, packages }) =>
        packages.length === 0
          ? [`${cveId} ${product.id}`]
          : packages.map(({ id }) => `${cveId} ${product.id} ${id}`),
      ),
    ),
  ].sort();

test("OpenVEX keeps to its schema, and what is read from it is what was found", () => {
  const document = openVex(report, someEntries());
  expect(ofOpenVex(document)).toEqual([]);
  const read = document.statements.flatMap(({ vulnerability: { name }, products }) =>
    products.flatMap(({ "@id": id, subcomponents }) =>
      subcomponents === undefined
        ? [`${name} ${id}`]
        : subcomponents.map((part) => `${name} ${id} ${part["@id"]}`),
    ),
  );
  expect([...new Set(read)].sort()).toEqual(found(someEntries()));
  expect(document.statements.map(({ action_statement }) => action_statement)).toEqual([
    "Update lodash to 4.17.21.",
    "No fix is known.",
    expect.stringMatching(/./),
    "Update the node image to AKSUbuntu-2.",
  ]);
  expect(document.statements[0]?.products).toHaveLength(2);
});

test("CycloneDX keeps to the schema of its makers, and what is read from it is what was found", () => {
  const document = cycloneDx(report, someEntries());
  const validate = schemaOfCycloneDx();
  expect([validate(document), validate.errors]).toEqual([true, null]);
  const refs = new Map(
    document.components.flatMap((product) => [
      [product["bom-ref"], product["bom-ref"]] as const,
      ...(product.components ?? []).map(
        (part) => [part["bom-ref"], `${product["bom-ref"]} ${part.purl ?? ""}`] as const,
      ),
    ]),
  );
  const read = document.vulnerabilities.flatMap(({ id, affects }) =>
    affects.map(({ ref }) => `${id} ${refs.get(ref) ?? "a part that is not there"}`),
  );
  expect([...new Set(read)].sort()).toEqual(found(someEntries()));
});

test("the schema is no formality: a severity that CycloneDX doesn't have breaks it", () => {
  const { vulnerabilities, ...document } = cycloneDx(report, someEntries());
  const [first, ...others] = vulnerabilities;
  const validate = schemaOfCycloneDx();
  expect(
    validate({ ...document, vulnerabilities: [{ ...first, ratings: [{ severity: "awful" }] }, ...others] }),
  ).toBe(false);
});

test("what could not be read is said in both", () => {
  const incomplete = { ...report, missing: ["We couldn't read some CVEs (3)."] };
  expect(openVex(incomplete, someEntries()).tooling).toMatch(
    /INCOMPLETE: We couldn't read some CVEs \(3\)\.$/,
  );
  expect(JSON.stringify(cycloneDx(incomplete, []).metadata)).toMatch(/"complete","value":"false".*some CVEs/);
});
