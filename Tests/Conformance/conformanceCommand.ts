import path from "node:path";
import { readCommandLine, CommandLineError, type CommandLine } from "../../Extension/CommandLine/commandLine";
import { readAzureFlags } from "../../Extension/LocalPortal/AzureMode/azureFlags";
import { problemsOf, runConformance } from "./conformance";
import { conformanceSpec, liveTexts } from "./Live/liveFlags";
import { runLive, summaryOf, type LiveOptions } from "./Live/runLive";
import { differencesIn } from "./Live/liveReport";
import { reportLines } from "./report";

const usage =
  "Usage: npm run conformance -- --specs DIR, where DIR has Microsoft's 'specification' in it, or npm run conformance -- --live --cluster ID";

type Print = (lines: string) => void;

/** How `runLive` reaches a tenant and what it reads; only tests pass any. */
type LiveMeans = Pick<LiveOptions, "access" | "worlds" | "read">;

/**
 * Carries out a command line. Resolves to the exit code: 0 when nothing is wrong, 1 when something is. Throws
 * {@link CommandLineError} when it could not be looked at.
 */
export async function conformanceCommand(
  args: readonly string[],
  print: Print,
  means: LiveMeans = {},
): Promise<0 | 1> {
  const line = readCommandLine(args, conformanceSpec);
  const isFine = await (line.switches.has("live") ? live(line, print, means) : published(line, print));
  return isFine ? 0 : 1;
}

async function published({ texts }: CommandLine, print: Print): Promise<boolean> {
  const { specs } = texts;
  const others = liveTexts.filter((name) => name in texts);
  if (specs === undefined || others.length > 0) {
    throw new CommandLineError(usage);
  }
  const report = await runConformance(specs);
  print(reportLines(report).join("\n"));
  return problemsOf(report).length === 0;
}

async function live(line: CommandLine, print: Print, means: LiveMeans): Promise<boolean> {
  const flags = readAzureFlags(line);
  if (!flags) {
    throw new CommandLineError(usage);
  }
  const { specs, out: folder = path.join("dist", "conformance") } = line.texts;
  const report = await runLive({ flags, folder, specs, ...means });
  print(`${summaryOf(report)} Written to ${folder}: read it before you attach it to anything.`);
  return differencesIn(report) === 0;
}
