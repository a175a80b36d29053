/**
 * `npm run conformance -- --specs DIR`: compares the product and its emulator with what Microsoft publishes. With `--live --cluster
 * ID`: compares the emulator with a tenant. Ends with exit code 0 when nothing is wrong, 1 when something is, 2 when it could not be
 * looked at.
 */
import path from "node:path";
import { readCommandLine, CommandLineError, type CommandLine } from "../../Extension/CommandLine/commandLine";
import { runCommand } from "../../Extension/CommandLine/runServer";
import { readAzureFlags } from "../../Extension/LocalPortal/AzureMode/azureFlags";
import { problemsOf, runConformance } from "./conformance";
import { conformanceSpec, liveTexts } from "./Live/liveFlags";
import { runLive, summaryOf } from "./Live/runLive";
import { differencesIn } from "./Live/liveReport";
import { reportLines } from "./report";

const usage =
  "Usage: npm run conformance -- --specs DIR, where DIR has Microsoft's 'specification' in it, or npm run conformance -- --live --cluster ID";

async function main(): Promise<number> {
  const line = readCommandLine(process.argv.slice(2), conformanceSpec);
  if (line.switches.has("live")) {
    return live(line);
  }
  const { specs } = line.texts;
  const others = liveTexts.filter((name) => name in line.texts);
  if (specs === undefined || others.length > 0) {
    throw new CommandLineError(usage);
  }
  const report = await runConformance(specs);
  console.log(reportLines(report).join("\n"));
  return problemsOf(report).length === 0 ? 0 : 1;
}

async function live(line: CommandLine): Promise<number> {
  const flags = readAzureFlags(line);
  if (!flags) {
    throw new CommandLineError(usage);
  }
  const { specs, out: folder = path.join("dist", "conformance") } = line.texts;
  const report = await runLive({ flags, folder, specs });
  console.log(`${summaryOf(report)} Written to ${folder}: read it before you attach it to anything.`);
  return differencesIn(report) === 0 ? 0 : 1;
}

void runCommand(main);
