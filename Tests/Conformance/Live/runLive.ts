import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandLineError } from "../../../Extension/CommandLine/commandLine";
import type { AzureAccess } from "../../../Extension/LocalPortal/AzureMode/azureAccount";
import type { AzureFlags } from "../../../Extension/LocalPortal/AzureMode/azureFlags";
import { inOneLine } from "../../../Extension/LocalPortal/AzureMode/azureProblem";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { callNames } from "../callNames";
import { kindsOf, type Answer } from "./answers";
import { readAll, type Reading } from "../drives";
import { askEmulator, askTenant, comparableWorlds, type TenantAnswers } from "./askTenant";
import { publicNames, nameOwnKey } from "./knownNames";
import { knownValues } from "./knownValues";
import { markdownOf } from "./liveMarkdown";
import { differencesIn, reportOf, type LiveReport } from "./liveReport";
import { leaksIn, textsIn, type ScanInput } from "./scanReport";
import { shapeOfAll } from "./shape";

export interface LiveOptions {
  readonly flags: AzureFlags;
  /** Where the report is written. */
  readonly folder: string;
  /** Of Microsoft's OpenAPI; `undefined`: not compared with it. */
  readonly specs: string | undefined;
  /** Only tests pass their own. */
  readonly access?: Omit<AzureAccess, "tenantId">;
  readonly worlds?: readonly ScenarioName[];
  readonly read?: ReadAt;
}

type ReadAt = (reading: Reading, breadth: number) => Promise<void>;

/** How many times as many rows are opened as usual: some more of the tenant, and of the emulator's first world enough to see each kind. */
const tenantBreadth = 3;
const emulatorBreadth = 10;

/**
 * `npm run conformance -- --live --cluster ID`: reads what the product reads of a cluster, compares the shapes with the emulator's, and
 * writes `conformance-live.json` and `.md`. Resolves to the report. Throws {@link CommandLineError} when there is no sign-in, and when
 * the report could say something of the tenant; then nothing is written.
 */
export async function runLive(options: LiveOptions): Promise<LiveReport> {
  const { flags, folder, specs, worlds = comparableWorlds, read = readAll } = options;
  const { cloud, tenantId, place } = flags;
  if (!place) {
    throw new CommandLineError("--live needs --cluster with the ARM ID of an AKS cluster.");
  }
  const access = { cloud, ...options.access, ...(tenantId === undefined ? {} : { tenantId }) };
  const tenant = await inOneLine(askTenant(access, place, (reading) => read(reading, tenantBreadth)));
  const emulator = await askEmulator(worlds, (reading, at) => read(reading, at === 0 ? emulatorBreadth : 1));
  const names = publicNames();
  const { answers, notAsked } = tenant.record;
  const specification = specs === undefined ? undefined : await issuesOf(specs, answers, names);
  const report = reportOf({
    cloud: cloud.name,
    worlds,
    tenant: answers,
    emulator,
    notAsked,
    names,
    ...(specification ? { specification } : {}),
  });
  const privateTexts = privateTextsOf(tenant, place.clusterId);
  writeReport(folder, report, { privateTexts, publicTexts: publicTextsOf(emulator, names) });
  return report;
}

/** The validator takes seconds to load. */
async function issuesOf(specs: string, answers: readonly Answer[], names: ReadonlySet<string>) {
  const { specificationIssues } = await import("./specificationIssues");
  return specificationIssues(specs, answers, names);
}

/** Writes a report, or throws {@link CommandLineError} and writes nothing when the scan finds something of the tenant in it. */
export function writeReport(folder: string, report: LiveReport, scan: ScanInput): void {
  const texts = { json: `${JSON.stringify(report, null, 2)}\n`, md: markdownOf(report) };
  const leaks = leaksIn(`${texts.json}\n${texts.md}`, scan);
  if (leaks.length > 0) {
    throw new CommandLineError(
      `The report was not written, because it could say something of the tenant: ${leaks.join(", ")}.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  for (const [ending, text] of Object.entries(texts)) {
    writeFileSync(path.join(folder, `conformance-live.${ending}`), text);
  }
}

/** The report in a line. */
export function summaryOf(report: LiveReport): string {
  const compared = report.calls.filter(({ places }) => places > 0).length;
  return `${compared} of ${report.calls.length} calls compared, ${differencesIn(report)} differences, ${report.notAsked.length} calls not sent.`;
}

function privateTextsOf({ record, connection }: TenantAnswers, clusterId: string): ReadonlySet<string> {
  const { user, tenantId, nodeResourceGroup } = connection;
  const { name, email, objectId, applicationId } = user;
  return new Set([
    ...record.answers.flatMap(({ request, response }) => [
      request.uri,
      decodeURIComponent(request.uri),
      ...Object.values(response.headers),
      ...textsIn(response.body),
    ]),
    ...[clusterId, tenantId, name, email, objectId, applicationId, nodeResourceGroup].filter(
      (text) => text !== undefined,
    ),
  ]);
}

function publicTextsOf(emulator: readonly Answer[], names: ReadonlySet<string>): readonly string[] {
  const bodies = emulator.map(({ response }) => response.body);
  const versions = kindsOf(emulator).map(({ apiVersion }) => apiVersion);
  const paths = [...shapeOfAll(bodies, nameOwnKey).keys()];
  return [...names, ...knownValues, ...callNames(), ...versions, ...paths, ...ownWords];
}

/** What every report says. */
const ownWords = [
  markdownOf({
    format: 1,
    cloud: "AzureCloud AzureUSGovernment another cloud",
    worlds: comparableWorlds,
    calls: [],
    notAsked: ["call"],
    specification: undefined,
  }),
  "format cloud worlds calls call method apiVersion statuses places headers differences kind path tenant emulator",
  "missing extra spelling type form value in all null boolean number text list object empty moment link words true false",
  "header only the sends it always never there absent times of a value that isn't known none",
  "operation status code specification notAsked preview unknown POST another code retry-after",
];
