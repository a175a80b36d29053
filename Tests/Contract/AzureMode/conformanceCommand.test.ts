import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { apiVersionTable } from "../../../Client/Core/apiVersionTable";
import { CommandLineError } from "../../../Extension/CommandLine/commandLine";
import { comparableWorlds } from "../../Conformance/Live/askTenant";
import { conformanceCommand } from "../../Conformance/conformanceCommand";
import { readAlerts, type Reading } from "../../Conformance/drives";
import type { LiveReport } from "../../Conformance/Live/liveReport";
import { startRemoteAzure, type RemoteAzure } from "../../Support/remoteAzure";
import { startSignedIn, type SignedIn } from "../../Support/signedIn";
import { azSays, type StandInAz } from "../../Support/standInAz";
import { root } from "../../Support/trackedFiles";

/** `npm run conformance -- --live`: what it does without being told, and what it ends with. */
let azure: RemoteAzure;
let az: StandInAz;
let folder: string;
let signedIn: SignedIn;
beforeAll(async () => {
  signedIn = await startSignedIn();
  ({ azure, az } = signedIn);
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "live-"));
});
afterEach(() => {
  az.says(undefined);
  rmSync(folder, { recursive: true });
});
afterAll(() => signedIn.close());

async function run(args: readonly string[], means: Parameters<typeof conformanceCommand>[2] = {}) {
  const said: string[] = [];
  const failed: string[] = [];
  const print = (line: string) => said.push(line);
  try {
    const code = await conformanceCommand(args, print, { access: azure.access, ...means });
    return { code, said, failed };
  } catch (error) {
    // As `runCommand` ends it; the last test proves that.
    expect(error).toBeInstanceOf(CommandLineError);
    failed.push((error as CommandLineError).message);
    return { code: 2, said, failed };
  }
}

const live = (...more: readonly string[]) => ["--live", "--cluster", azure.place.clusterId, ...more];

test("without differences it ends with 0, and writes below dist unless it's told where", async () => {
  const before = process.cwd();
  process.chdir(folder);
  const { code, said, failed } = await run(live(), { worlds: ["busy"], read: readAlerts }).finally(() =>
    process.chdir(before),
  );
  const out = path.join("dist", "conformance");
  expect({ code, said, failed }).toEqual({
    code: 0,
    said: [
      expect.stringMatching(/^(\d+) of \1 calls compared, 0 differences, 0 calls not sent\. Written to /),
    ],
    failed: [],
  });
  expect(said[0]).toContain(`Written to ${out}:`);
  expect(readdirSync(path.join(folder, out)).sort()).toEqual([
    "conformance-live.json",
    "conformance-live.md",
  ]);
});

test("with differences it ends with 1, and the report is there", async () => {
  const { alerts } = azure.emulator.world;
  const changed = alerts.map(({ properties }) => properties as Record<string, unknown>);
  const before = changed.map(({ isIncident }) => isIncident);
  changed.forEach((properties) => (properties.isIncident = "perhaps"));
  const { code, said } = await run(live("--out", folder), { worlds: ["busy"], read: readAlerts });
  changed.forEach((properties, at) => (properties.isIncident = before[at]));
  expect(said).toEqual([expect.stringMatching(/ [1-9]\d* differences,/)]);
  expect(code).toBe(1);
  expect(readdirSync(folder)).toHaveLength(2);
});

test("it compares with every world that may be compared, unless it's told which", async () => {
  const read = async ({ services }: Reading) => void (await services.cluster.profile());
  const { code } = await run(live("--out", folder), { read });
  expect(code).toBe(0);
  expect(reportIn(folder).worlds).toEqual(comparableWorlds);
});

test("it reads everything, unless it's told what, by api-versions that the table has", async () => {
  // A small world: what is read counts, not how often.
  const usual = azure;
  azure = await startRemoteAzure({ scenario: "healthy" });
  try {
    await run(live("--out", folder), { worlds: ["healthy"] });
  } finally {
    await azure.close();
    azure = usual;
  }
  const { calls } = reportIn(folder);
  const names = new Set(calls.map(({ call }) => call));
  for (const name of [
    "ListAlerts",
    "GetClusterToFix",
    "GetPoolUpgradeProfile",
    "GetPlanSettings",
    "GetCspm",
  ]) {
    expect([...names]).toContainEqual(expect.stringContaining(name));
  }
  const known: ReadonlySet<string> = new Set(Object.values(apiVersionTable).map(({ used }) => used));
  expect(calls.filter(({ apiVersion }) => !known.has(apiVersion))).toEqual([]);
});

const reportIn = (place: string) =>
  JSON.parse(readFileSync(path.join(place, "conformance-live.json"), "utf8")) as LiveReport; // As it was written.

test("without a sign-in it ends with 2, in one line, and writes nothing", async () => {
  az.says(azSays.signedOut);
  expect(await run(live("--out", folder))).toEqual({
    code: 2,
    said: [],
    failed: ["You're not signed in. Run `az login`, then run this again."],
  });
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  [[], /^Usage: /],
  [["--live"], /^Usage: /],
  [["--live", "--pick"], /pick/],
  [["--live", "--cluster", "nope"], /^'nope' isn't the ID of an AKS cluster/],
  [["--out", "x"], /^Usage: /],
  [["--specs", "x", "--out", "y"], /^Usage: /],
  [["--frobnicate"], /frobnicate/],
])("%j is one line and exit code 2", async (args, says) => {
  const { code, said, failed } = await run(args);
  expect({ code, said }).toEqual({ code: 2, said: [] });
  expect(failed).toEqual([expect.stringMatching(says)]);
  expect(failed[0]).not.toContain("\n");
});

test("npm run conformance itself ends with that code", async () => {
  az.says(azSays.signedOut);
  // With the tenant, no one but the CLI is asked.
  const args = [
    "--import",
    "tsx",
    "Tests/Conformance/main.ts",
    ...live("--tenant", "contoso.com", "--out", folder),
  ];
  const program = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  program.stdout.on("data", (data) => (text += String(data)));
  program.stderr.on("data", (data) => (text += String(data)));
  const code = await new Promise((resolve) => program.on("close", resolve));
  expect({ code, text }).toEqual({
    code: 2,
    text: "You're not signed in. Run `az login`, then run this again.\n",
  });
});
