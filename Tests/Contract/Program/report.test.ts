import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Ajv from "ajv";
import type { Log } from "sarif";
import { isCanceled } from "../../../Client/Core/failure";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { CommandLineError, readCommandLine } from "../../../Extension/CommandLine/commandLine";
import type { Tell } from "../../../Extension/CommandLine/runServer";
import { reportSpec } from "../../../Extension/Program/commands";
import { openReal } from "../../../Extension/Program/Report/openCluster";
import { reportCommand } from "../../../Extension/Program/Report/reportCommand";
import type { ReportFlags } from "../../../Extension/Program/Report/reportFlags";
import { startSignedIn } from "../../Support/signedIn";
import { azSays } from "../../Support/standInAz";
import { ofOpenVex } from "../../Support/openVexRules";
import { ofSarif } from "../../Support/sarifRules";
import { readCsv } from "../../Support/readCsv";

const folder = mkdtempSync(path.join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (scenario: ScenarioName, name: string, ...more: readonly string[]) => {
  const out = path.join(folder, name);
  const told: string[] = [];
  const progress: string[] = [];
  const line = readCommandLine(["--scenario", scenario, "--out", out, ...more], reportSpec);
  const code = await reportCommand(line, {
    tell: (text) => told.push(text),
    progress: (text) => progress.push(text),
    signal: new AbortController().signal,
  });
  return { code, told, progress, out };
};

test("all kinds of findings in one file that only its owner can read", async () => {
  const { code, told, progress, out } = await run("healthy", "whole.csv");
  expect({ code, told }).toEqual({
    code: 0,
    told: [expect.stringMatching(/^Saved .*whole\.csv\. Rows: \d/)],
  });
  expect(progress.at(-1)).toMatch(/^Findings: /);
  expect(readCsv(readFileSync(out, "utf8"))[0]).toEqual(expect.arrayContaining(["Kind", "Resource ID"]));
  expect(statSync(out).mode & 0o077).toBe(0);
});

/** What breaks the schema that we give to those who read the JSON report. */
const schema = path.join(__dirname, "../../../Extension/Program/Report/report.schema.json");
const validate = new Ajv({ allowUnionTypes: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(schema, "utf8")) as object,
);

test("JSON keeps to its schema, with rows that can't be read and with CVEs too", async () => {
  const { code, out } = await run("malformed-rows", "malformed.json", "--json", "--cves");
  const report = JSON.parse(readFileSync(out, "utf8")) as Readonly<Record<string, unknown>>;
  expect([code, validate(report), validate.errors]).toEqual([1, true, null]);
  expect(validate({ ...report, complete: true })).toBe(false);
});

test("as JSON, with what the page's report has", async () => {
  const { out } = await run("busy", "busy.json", "--json");
  const { complete, findings } = JSON.parse(readFileSync(out, "utf8")) as {
    readonly complete: boolean;
    readonly findings: readonly { readonly kind: string; readonly startTime?: string }[];
  };
  expect(complete).toBe(true);
  expect(new Set(findings.map(({ kind }) => kind)).size).toBe(4);
  expect(findings.find(({ kind }) => kind === "alerts")?.startTime).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test("as VEX, with the CVEs that the page's report has, and as SARIF, with a rule for each of them", async () => {
  const read = async (name: string, ...flags: readonly string[]) =>
    JSON.parse(readFileSync((await run("busy", name, ...flags)).out, "utf8")) as unknown;
  const { findings } = (await read("cves.json", "--json", "--cves")) as {
    readonly findings: readonly { readonly "cve.cve"?: string }[];
  };
  const cves = [...new Set(findings.flatMap((finding) => finding["cve.cve"] ?? []))].sort();
  expect(cves.length).toBeGreaterThan(10);
  const openVex = await read("v.json", "--format", "openvex");
  expect(ofOpenVex(openVex)).toEqual([]);
  const { statements } = openVex as {
    readonly statements: readonly { readonly vulnerability: { readonly name: string } }[];
  };
  expect([...new Set(statements.map(({ vulnerability }) => vulnerability.name))].sort()).toEqual(cves);
  const { runs } = (await read("s.json", "--format", "sarif")) as Log;
  const rules = runs[0]?.tool.driver.rules ?? [];
  const ofCves = rules.filter(({ id }) => id.startsWith("vulnerabilities/"));
  expect(ofCves.map(({ shortDescription }) => shortDescription?.text).sort()).toEqual(cves);
});

test("SARIF is what its readers ask for, with rows that can't be read too, and then closes nothing", async () => {
  const { code, out } = await run("malformed-rows", "malformed.sarif", "--format", "sarif");
  const log = JSON.parse(readFileSync(out, "utf8")) as Log;
  expect([code, ofSarif(log)]).toEqual([1, []]);
  const [first] = log.runs;
  expect(first?.automationDetails?.id).toMatch(/\/incomplete\/[^/]+\/$/);
  const known = new Set(first?.tool.driver.rules?.map(({ id }) => id));
  const results = first?.results ?? [];
  expect(results.filter(({ ruleId = "" }) => !known.has(ruleId))).toEqual([]);
  const prints = results.map(({ ruleId, partialFingerprints }) =>
    JSON.stringify([ruleId, partialFingerprints]),
  );
  expect(new Set(prints).size).toBe(results.length);
  expect(ofSarif({ ...log, runs: [{ ...first, automationDetails: { id: "x" } }] })).not.toEqual([]);
});

test("OpenVEX has no empty document: where no CVE was found, that is said, and nothing is written", async () => {
  const asked = run("healthy", "none.json", "--format", "openvex");
  await expect(asked).rejects.toThrow(/^Nothing was written\. We found no CVE/);
  expect(existsSync(path.join(folder, "none.json"))).toBe(false);
});

test("a page that is lost makes the report incomplete: its exit code and its last line say so", async () => {
  const { code, told, out } = await run("second-page-fails", "half.csv");
  expect(code).toBe(1);
  expect(told.join()).toMatch(/The report is incomplete\. Alerts: Only 1,000 of 1,240/);
  expect(readCsv(readFileSync(out, "utf8")).at(-1)?.[0]).toMatch(/^INCOMPLETE: /);
});

test("where nothing can be read, nothing is written, and the reason is said", async () => {
  const asked = run("no-access", "none.csv");
  await expect(asked).rejects.toThrow(CommandLineError);
  await expect(asked).rejects.toThrow(/^Nothing was written\. .*Access is denied/);
  expect(existsSync(path.join(folder, "none.csv"))).toBe(false);
});

test.each([
  ["taken.csv", [], /taken\.csv is there already/],
  ["no/folder.csv", [], /no isn't a folder/],
  [
    "x.csv",
    ["--format", "xml"],
    /Unknown format 'xml'\. Known: csv, cyclonedx, html, json, markdown, openvex, sarif/,
  ],
  ["x.csv", ["--format", "csv", "--json"], /--format and --json/],
  ["x.csv", ["--cluster", "aks"], /--scenario and --cluster/],
])("%s %j is refused before anything is read", async (name, more, says) => {
  writeFileSync(path.join(folder, "taken.csv"), "mine");
  const asked = run("slow", name, ...more);
  await expect(asked).rejects.toThrow(CommandLineError);
  await expect(asked).rejects.toThrow(says);
  expect(readFileSync(path.join(folder, "taken.csv"), "utf8")).toBe("mine");
});

test("a canceled report leaves no file", async () => {
  const canceling = new AbortController();
  const out = path.join(folder, "canceled.csv");
  const asked = reportCommand(readCommandLine(["--out", out], reportSpec), {
    tell: () => undefined,
    progress: () => canceling.abort(),
    signal: canceling.signal,
  });
  expect(isCanceled(await asked.catch((error: unknown) => error))).toBe(true);
  expect(existsSync(out)).toBe(false);
});

test("a real cluster is read with the sign-in of the machine, and only read", async () => {
  const { azure, az, close } = await startSignedIn();
  const out = path.join(folder, "real.json");
  const line = readCommandLine(["--cluster", azure.place.clusterId, "--json", "--out", out], reportSpec);
  const open = ({ of }: ReportFlags, tell: Tell) => {
    if (typeof of === "string") {
      throw new Error(of);
    }
    return openReal(of, tell, azure.access);
  };
  const ask = () =>
    reportCommand(line, { tell: () => undefined, signal: new AbortController().signal, open });
  try {
    az.says(azSays.signedOut);
    await expect(ask()).rejects.toThrow(/^You're not signed in/);
    expect(existsSync(out)).toBe(false);
    az.says(undefined);
    expect(await ask()).toBe(0);
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({
      cluster: azure.place.clusterId,
      complete: true,
    });
    const written = azure.emulator.requests.filter(({ method }) => !["GET", "POST"].includes(method));
    expect(written).toEqual([]);
  } finally {
    await close();
  }
});
