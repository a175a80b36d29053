import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LiveReport } from "../../Conformance/Live/liveReport";
import { writeReport } from "../../Conformance/Live/runLive";
import { leaksIn, textsIn } from "../../Conformance/Live/scanReport";

const none = { privateTexts: [], publicTexts: [] };

test.each([
  ["a GUID", "3f1c6b2e-7d84-4a59-9e20-5b8c0d9a1e47"],
  ["a GUID", "3F1C6B2E7D844A599E205B8C0D9A1E47"],
  ["an IP address", "at 10.240.0.4"],
  ["an IP address", "2001:db8:0:1::7"],
  ["an e-mail address", "ada.lovelace@contoso.co"],
  ["an address", "https://x"],
  ["an address", "/subscriptions/x"],
  ["a host", "api.contoso.com"],
  ["a token", "eyJhbGciOiJSUzI1NiJ9"],
  ["a long run of letters and digits", "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0U1"],
])("%s is found in %s", (what, text) => {
  expect(leaksIn(`x "${text}" y`, none)).toContain(what);
});

const privateTexts = [
  "payroll",
  "/subscriptions/s/resourceGroups/kroeterei-rg/providers/x",
  "Blaubeerkuchen-7",
  "ab",
  "severity",
];

test.each([
  ["a word", "a payroll b"],
  ["a word in other letters", "PAYROLL"],
  ["a part of a path", "at kroeterei-rg."],
  ["a long text inside of a word", "xblaubeerkuchen-7x"],
])("a text of the tenant is found as %s", (_, text) => {
  expect(leaksIn(text, { privateTexts, publicTexts: ["properties.severity"] })).toEqual([
    "1 texts of the tenant",
  ]);
});

test("what is public is none, nor what is too short to say anything", () => {
  expect(leaksIn("ab severity properties", { privateTexts, publicTexts: ["properties.severity"] })).toEqual(
    [],
  );
});

test("texts of answers are their values and their keys", () => {
  expect(textsIn({ a: ["b", { c: 1 }], d: null })).toEqual(["a", "b", "c", "d"]);
});

const report = (kind: string): LiveReport => ({
  format: 1,
  cloud: "AzureCloud",
  worlds: ["busy"],
  calls: [],
  notAsked: [kind],
  specification: undefined,
});

test("a report in which something of the tenant is found isn't written, and the message doesn't repeat it", () => {
  const parent = mkdtempSync(path.join(tmpdir(), "scan-"));
  const folder = path.join(parent, "out");
  const scan = { privateTexts, publicTexts: [] };
  for (const leak of ["payroll", "10.240.0.4"]) {
    expect(() => writeReport(folder, report(leak), scan)).toThrow(
      /^The report was not written, because it could say something of the tenant: (?:an IP address|1 texts of the tenant)\.$/,
    );
    expect(existsSync(folder)).toBe(false);
  }
  writeReport(folder, report("Dashboard/ListAffectedComponents"), scan);
  expect(readdirSync(folder)).toHaveLength(2);
  rmSync(parent, { recursive: true });
});
