import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { clusterScopeOf, type ClusterScope } from "../../../Client/Core/clusterScope";
import { FailureError } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { createServices } from "../../../Client/services";
import { Report } from "../../../Views/Kit/Report/Report.resjson";
import { beginAll, endText, tabsOf } from "../../../Views/Kit/Report/reportRequest";
import { reportFileName } from "../../../Views/Kit/Report/reportFileName";
import { reportFormats } from "../../../Views/Kit/Report/reportFormat";
import { writerOf } from "../../../Views/Kit/Report/reportWriters";
import { progressText } from "../../../Views/Kit/Report/saveReport";
import { writeReport, type ReportProgress } from "../../../Views/Kit/Report/writeReport";
import { tabs } from "../../../Views/Tabs/registry";
import { CommandLineError, type CommandLine } from "../../CommandLine/commandLine";
import type { Tell } from "../../CommandLine/runServer";
import { Program as Text } from "../Program.resjson";
import { openEmulated, openReal, type OpenCluster } from "./openCluster";
import { readReportFlags, type ReportFlags } from "./reportFlags";
import { openFile, standardOutput, type ReportTarget } from "./reportTarget";

interface ReportCommandOptions {
  readonly tell: Tell;
  /** Told how far it is, as one line; absent: no one watches. */
  readonly progress?: (line: string) => void;
  readonly signal: AbortSignal;
  /** Only tests pass their own. */
  readonly open?: (flags: ReportFlags, tell: Tell) => Promise<OpenCluster>;
  readonly now?: () => Date;
}

/**
 * Writes all findings of a cluster to a file, and resolves to the exit code: 0 for a complete file, 1 for one that says what could not
 * be read. Throws {@link CommandLineError} where nothing was written, and `AbortError`.
 */
export async function reportCommand(line: CommandLine, options: ReportCommandOptions): Promise<number> {
  const { tell, open = openAsAsked, now = () => new Date() } = options;
  const flags = readReportFlags(line);
  const asked = flags.out === undefined ? undefined : targetOf(flags.out);
  const cluster = await open(flags, tell);
  try {
    const scope = scopeOf(cluster.clusterId);
    const createdAt = now();
    const target =
      asked ?? targetOf(reportFileName(scope.name, "all", createdAt, reportFormats[flags.format].ending));
    const { parts, rows, missing } = await read(cluster, scope, { flags, createdAt, options });
    await target.write(parts);
    tell(endText(target.name, rows, missing));
    return missing.length === 0 ? 0 : 1;
  } finally {
    await cluster.close();
  }
}

function openAsAsked({ of }: ReportFlags, tell: Tell): Promise<OpenCluster> {
  return typeof of === "string" ? openEmulated(of) : openReal(of, tell);
}

function scopeOf(clusterId: string): ClusterScope {
  const found = clusterScopeOf(clusterId);
  if (!found.ok) {
    throw new CommandLineError(found.reason);
  }
  return found.cluster;
}

/** Refuses a file that cannot be written before anything is read, which can take minutes. */
function targetOf(out: string): ReportTarget {
  return out === "-" ? standardOutput : openFile(out);
}

/** As a pipeline wants it: a table begins with its header. */
const wholeReport = {
  name: "all",
  scope: Report.scopeAll,
  narrowing: [],
  hasByteOrderMark: false,
  saysWhatItIs: false,
} as const;

interface Reading {
  readonly flags: ReportFlags;
  readonly createdAt: Date;
  readonly options: ReportCommandOptions;
}

async function read({ send, me }: OpenCluster, scope: ClusterScope, { flags, createdAt, options }: Reading) {
  const { signal, progress } = options;
  const httpClient = createHostHttpClient(send);
  const services = createServices(createAzure({ httpClient, subscriptionId: scope.subscriptionId }), scope);
  const onProgress = (one: ReportProgress) => progress?.(progressText(one));
  const { format: kind } = flags;
  const hasCspm = await services.plan.hasCspm(signal).catch(() => undefined);
  const kindOptions = { services, withParts: flags.hasCves, context: { hasCspm, me } };
  const kinds = await beginAll(tabsOf(tabs, kind), kindOptions, signal);
  const writer = writerOf({ ...wholeReport, cluster: scope, format: kind }, createdAt);
  const report = await writeReport(kinds, { writer, signal, onProgress }).catch((error: unknown) => {
    throw error instanceof FailureError
      ? new CommandLineError(format(Text.nothingRead, error.failure.message))
      : error;
  });
  if (!kinds.some((one) => "pages" in one)) {
    throw new CommandLineError(format(Text.nothingRead, report.missing.join(" ")));
  }
  return report;
}
