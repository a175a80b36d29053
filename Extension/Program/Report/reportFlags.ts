import { format } from "../../../Client/Core/format";
import { CommandLineError, type CommandLine } from "../../CommandLine/commandLine";
import { readScenario } from "../../ArmEmulator/Scenarios/readScenario";
import type { ScenarioName } from "../../ArmEmulator/Scenarios/scenarioNames";
import { readAzureFlags, type AzureFlags } from "../../LocalPortal/AzureMode/azureFlags";
import { Program as Text } from "../Program.resjson";
import { alwaysHasParts, reportFormats, type ReportFormatName } from "../../../Views/Kit/Report/reportFormat";

const formats = (Object.keys(reportFormats) as ReportFormatName[]).sort();

/** What a command line wants of a report. */
export interface ReportFlags {
  /** The cluster to read; a scenario's name: the emulator's. */
  readonly of: AzureFlags | ScenarioName;
  readonly format: ReportFormatName;
  /** `-`: standard output; `undefined`: a file named after the cluster and the time. */
  readonly out: string | undefined;
  /** Whether each CVE gets a row. */
  readonly hasCves: boolean;
}

/** Reads the flags of `report`. Throws {@link CommandLineError}. */
export function readReportFlags(line: CommandLine): ReportFlags {
  const { texts, switches } = line;
  const kind = formatOf(line);
  return {
    of: readAzureFlags(line) ?? readScenario(line),
    format: kind,
    out: texts.out,
    hasCves: switches.has("cves") || alwaysHasParts(kind),
  };
}

function formatOf({ texts, switches }: CommandLine): ReportFormatName {
  const { format: name = switches.has("json") ? "json" : "csv" } = texts;
  if ("format" in texts && switches.has("json")) {
    throw new CommandLineError(format(Text.contrary, "format", "json"));
  }
  const found = formats.find((one) => one === name);
  if (found === undefined) {
    throw new CommandLineError(format(Text.formatUnknown, name, formats.join(", ")));
  }
  return found;
}
