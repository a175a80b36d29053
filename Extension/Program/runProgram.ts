import packageFile from "../../package.json";
import { isCanceled } from "../../Client/Core/failure";
import { CommandLineError, readProgram, type CommandLine } from "../CommandLine/commandLine";
import { runCommand, runServer, type Tell } from "../CommandLine/runServer";
import { armSpec, doctorSpec, reportSpec, startSpec } from "./commands";
import { Program as Text } from "./Program.resjson";
import type { ViewFiles } from "./startCommand";

type Run = (line: CommandLine, views: ViewFiles) => Promise<void>;

/** Each command loads what it needs when it is run: help has to come at once. */
const commands: readonly (readonly [
  typeof startSpec | typeof reportSpec | typeof doctorSpec | typeof armSpec,
  Run,
])[] = [
  [
    startSpec,
    (line, views) =>
      runServer(async (tell) => (await import("./startCommand")).startCommand(line, views, tell)),
  ],
  [reportSpec, (line) => runCommand((tell) => report(line, tell))],
  [doctorSpec, (line) => runCommand(async () => (await import("./doctorCommand")).doctorCommand(line))],
  [armSpec, (line) => runServer(async (tell) => (await import("./armCommand")).armCommand(line, tell))],
];

/** Runs the program: a command, `start` without one. Ends as `runCommand` and `runServer` say. */
export async function runProgram(args: readonly string[], views: ViewFiles): Promise<void> {
  await runCommand(async () => {
    const { name, line } = readProgram(args, {
      name: packageFile.name,
      version: packageFile.version,
      about: Text.about,
      commands: commands.map(([spec]) => spec),
      usual: startSpec.name,
    });
    const run = commands.find(([spec]) => spec.name === name)?.[1];
    await run?.(line, views);
    return Number(process.exitCode ?? 0);
  });
}

/** Shows progress to people only: in a pipe or a log each line would stay. */
async function report(line: CommandLine, tell: Tell): Promise<number> {
  const { reportCommand } = await import("./Report/reportCommand");
  const canceling = new AbortController();
  process.once("SIGINT", () => canceling.abort());
  const { stderr } = process;
  const progress = (text: string) => void stderr.write(`\r\u001b[K${text}`);
  const clear = () => (stderr.isTTY ? void stderr.write("\r\u001b[K") : undefined);
  try {
    return await reportCommand(line, {
      tell: (text) => {
        clear();
        tell(text);
      },
      signal: canceling.signal,
      ...(stderr.isTTY ? { progress } : {}),
    });
  } catch (error) {
    clear();
    throw isCanceled(error) ? new CommandLineError(Text.canceled) : error;
  }
}
