import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ArmEmulatorOptions } from "../../../Extension/ArmEmulator/startArmEmulator";
import { CommandLineError } from "../../../Extension/CommandLine/commandLine";
import { readAlerts, readProtection, type Reading } from "../../Conformance/drives";
import type { CallReport, LiveReport } from "../../Conformance/Live/liveReport";
import { runLive } from "../../Conformance/Live/runLive";
import { startRemoteAzure, type RemoteAzure } from "../../Support/remoteAzure";
import { startSignedIn, type SignedIn } from "../../Support/signedIn";
import { azSays, type StandInAz } from "../../Support/standInAz";

/** A tenant, which is an emulator behind TLS with its own issuer, asked by an engineer who ran `az login`. */
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

/** What the whole run reads, without the findings: the statement is about what is made of answers. */
async function alertsAndProtection(reading: Reading): Promise<void> {
  await readAlerts(reading);
  await readProtection(reading);
}

function run(read = alertsAndProtection): Promise<LiveReport> {
  const { access, place } = azure;
  const flags = { place, cloud: access.cloud, tenantId: undefined, isReadOnly: false };
  return runLive({ flags, folder, specs: undefined, access, worlds: ["busy"], read });
}

const written = () => readdirSync(folder).map((file) => readFileSync(path.join(folder, file), "utf8"));

test("a tenant like the emulator has no differences, and only reads leave", async () => {
  azure.emulator.clearRequests();
  const report = await run();
  expect(report.calls.length).toBeGreaterThan(15);
  expect(report.calls.flatMap(({ differences, headers }) => [...differences, ...headers])).toEqual([]);
  expect(report.calls.every(({ places }) => places > 5)).toBe(true);
  expect(report.notAsked).toEqual([]);
  const writes = azure.emulator.requests.filter(
    ({ method, path: at }) => method !== "GET" && !/\/Microsoft\.ResourceGraph\/resources$/i.test(at),
  );
  expect(writes).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(["conformance-live.json", "conformance-live.md"]);
  expect(JSON.parse(written()[0] ?? "")).toEqual(JSON.parse(JSON.stringify(report)));
});

test("what a sign-in lacks is one line, and nothing is written", async () => {
  az.says(azSays.expired);
  const error = await run().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CommandLineError);
  expect((error as Error).message).toMatch(/^Your sign-in has expired\. Run `az login --tenant [\w-]+`/);
  expect(readdirSync(folder)).toEqual([]);
});

test("a sign-in that Azure wants anew in the middle ends the run in the same way, and asks no more", async () => {
  azure.emulator.clearRequests();
  az.remembers(true);
  const reading = run(async (all) => {
    azure.demands.context = all.cluster.id === azure.place.clusterId ? "c1" : undefined;
    azure.emulator.clearRequests();
    await alertsAndProtection(all);
  });
  await expect(reading).rejects.toThrow(/^Azure asks for another sign-in .*--claims-challenge "/);
  azure.demands.context = undefined;
  az.remembers(false);
  const challenged = azure.emulator.requests.filter(({ status }) => status === 401);
  expect(challenged).toHaveLength(azure.emulator.requests.length);
  expect(challenged.length).toBeLessThan(8);
  expect(readdirSync(folder)).toEqual([]);
});

/** Another tenant than that of the other tests, asked by a service principal. */
async function inAnotherTenant(options: ArmEmulatorOptions, use: () => Promise<void>): Promise<void> {
  const usual = azure;
  azure = await startRemoteAzure(options);
  try {
    await use();
  } finally {
    await azure.close();
    azure = usual;
  }
}

test("what may not be read is said, and the rest is compared", async () => {
  await inAnotherTenant({ scenario: "cluster-only" }, async () => {
    const report = await run();
    const statuses = Object.assign(
      {},
      ...report.calls.map(({ call, statuses: of }) => ({ [call]: of })),
    ) as Record<string, CallReport["statuses"]>;
    expect(statuses["Dashboard/GetCluster"]).toEqual({ 200: 1 });
    expect(statuses["Dashboard/ListSuppressionRules"]).toEqual({ "403 AuthorizationFailed": 1 });
    expect(written()[1]).toMatch(
      /## Not compared\n\n(?:- .*\n)*- Dashboard\/ListSuppressionRules \(GET, [\w-]+\): 1 × 403 AuthorizationFailed/,
    );
  });
});

/** Names and values that say whose they are; none of them looks like an id. */
const secrets = [
  "contosoPayroll",
  "hunter2Payroll",
  "kroeterei",
  "Blaubeerkuchen",
  "sesamoeffne",
  "Catastrophic",
];

/** Changes every alert and the tags of the clusters, before anyone asks for them. */
function changeTenant(): void {
  const { alerts, clusters } = azure.emulator.world;
  for (const { properties } of alerts) {
    delete (properties as Record<string, unknown>).vendorName;
    Object.assign(properties, {
      contosoPayroll: "hunter2Payroll",
      isIncident: "kroeterei",
      compromisedEntity: null,
      resourceIdentifiers: [
        ...(properties.resourceIdentifiers as readonly unknown[]),
        { type: "Catastrophic" },
      ],
      extendedProperties: { Blaubeerkuchen: "sesamoeffne", Namespace: "Blaubeerkuchen" },
    });
  }
  for (const { state } of clusters) {
    state.tags = { contosoPayroll: "hunter2Payroll", kroeterei: "production" };
  }
}

test("what a tenant has otherwise is found, and none of its names and values gets out", async () => {
  await inAnotherTenant({}, async () => {
    changeTenant();
    const report = await run(async (reading) => {
      await readAlerts(reading);
      await reading.services.cluster.profile();
    });
    const found = report.calls.flatMap(({ call, differences }) =>
      differences.map(
        ({ kind, path: at, tenant }) => `${call} ${kind} ${at.replace(/^.*properties\./i, "")}: ${tenant}`,
      ),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Dashboard\/GetAlert missing VendorName: never there$/i),
        expect.stringMatching(/^Dashboard\/GetAlert extra \?: text \(\d+ in all\)$/i),
        expect.stringMatching(/^Dashboard\/GetAlert type IsIncident: text$/i),
        expect.stringMatching(/^Dashboard\/GetAlert type CompromisedEntity: null$/i),
        expect.stringMatching(
          /^Dashboard\/GetAlert value ResourceIdentifiers\[\]\.Type: a value that isn't known$/i,
        ),
      ]),
    );
    // The keys of tags are a customer's, and their values are texts.
    expect(found.filter((line) => line.includes("tags"))).toEqual([]);
    const texts = [...written(), JSON.stringify(report)].join("\n").toLowerCase();
    const { engineer, tenantId, subscriptionId, clusters } = azure.emulator.world;
    const names = clusters.flatMap(({ name, nodeResourceGroup }) => [name, nodeResourceGroup]);
    for (const secret of [
      ...secrets,
      ...names,
      tenantId,
      subscriptionId,
      engineer.objectId,
      engineer.email,
    ]) {
      expect(texts).not.toContain(secret.toLowerCase());
    }
  });
});
