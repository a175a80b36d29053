import { format } from "../../Client/Core/format";
import {
  CommandLineError,
  HelpWanted,
  readCommandLine,
  type CommandLine,
  type CommandSpec,
} from "./commandLine";
import { CommandLineTexts as Text } from "./CommandLine.resjson";
import { terminalLine, terminalText } from "./terminalText";

/** A server that has started. */
export interface Running {
  /** The line to print when ready. */
  readonly line: string;
  /** What can wait until the line is out: done at once after it. */
  readonly afterwards?: () => void;
  close(): Promise<void>;
}

/** Prints a line on stderr. */
export type Tell = (line: string) => void;

/**
 * Runs a server as a program: prints one line when it is ready, and stops on SIGINT and SIGTERM with exit code 0. What it is told
 * meanwhile becomes a line on stderr. What stops it from starting ends the program as {@link runCommand} does.
 */
export function runServer(start: (tell: Tell) => Promise<Running>): Promise<void> {
  return runCommand(async (tell) => {
    const running = await start(tell);
    const stop = () => void running.close().then(() => process.exit(0));
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    // Last: the reader of the line may stop the program at once.
    process.stdout.write(`${terminalText(running.line)}\n`, () => running.afterwards?.());
    return 0;
  });
}

/**
 * Runs a command as a program, which ends with the exit code that it resolves to. Help goes to stdout and ends with 0. A command
 * line that cannot be followed, or anything that goes wrong, ends with 2 and one line on stderr.
 */
export async function runCommand(run: (tell: Tell) => Promise<number>): Promise<void> {
  outlivesReaders(process.stdout);
  outlivesReaders(process.stderr);
  try {
    process.exitCode = await run((line) => process.stderr.write(`${terminalLine(line)}\n`));
  } catch (error) {
    if (error instanceof HelpWanted) {
      process.stdout.write(`${error.message}\n`);
      return;
    }
    process.stderr.write(`${terminalText(failureText(error))}\n`);
    process.exitCode = 2;
  }
}

/** A pipe may be closed at its other end, as `head` does: no reason to crash. What has to be whole asks when it writes. */
function outlivesReaders(stream: NodeJS.WriteStream): void {
  if (!stream.listeners("error").includes(unlessClosed)) {
    stream.on("error", unlessClosed);
  }
}

function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") {
    throw error;
  }
}

/** Runs a tool with a command line of its own, as {@link runCommand} does; without one: that of this process. */
export function runTool(
  spec: CommandSpec,
  run: (line: CommandLine) => Promise<number>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  return runCommand(() => run(readCommandLine(args, spec)));
}

function failureText(error: unknown): string {
  if (error instanceof CommandLineError) {
    return error.message;
  }
  const { code, port } = error as { readonly code?: unknown; readonly port?: unknown };
  if (code === "EADDRINUSE") {
    return format(Text.portTaken, String(port));
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
