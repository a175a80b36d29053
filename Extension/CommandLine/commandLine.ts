import { parseArgs } from "node:util";
import { terminalLine, terminalText } from "./terminalText";

/** A command line that cannot be carried out; its message is one line for the terminal. */
export class CommandLineError extends Error {}

export interface CommandLine {
  readonly port: number;
  /** Names of the switches that were given. */
  readonly switches: ReadonlySet<string>;
  /** What was given of the flags with a text, by name. */
  readonly texts: Readonly<Record<string, string>>;
}

interface KnownFlags {
  readonly port: number;
  /** Flags without a value. */
  readonly switches?: readonly string[];
  /** Flags with a text, besides `--port`. */
  readonly texts?: readonly string[];
}

/** Reads `--port N` and the given flags. Throws {@link CommandLineError}. */
export function readCommandLine(
  args: readonly string[],
  { port: defaultPort, switches = [], texts = [] }: KnownFlags,
): CommandLine {
  const values = parse(args, switches, texts);
  const { port = String(defaultPort) } = values;
  if (typeof port !== "string" || !/^\d+$/.test(port) || Number(port) > 65_535) {
    throw new CommandLineError(`--port must be a number from 0 to 65535, not '${String(port)}'.`);
  }
  return {
    port: Number(port),
    switches: new Set(switches.filter((name) => values[name] === true)),
    texts: Object.fromEntries(
      Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    ),
  };
}

function parse(
  args: readonly string[],
  switches: readonly string[],
  texts: readonly string[],
): Readonly<Record<string, unknown>> {
  const flags = (names: readonly string[], type: "boolean" | "string") =>
    Object.fromEntries(names.map((name) => [name, { type }]));
  try {
    const options = { ...flags(switches, "boolean"), ...flags(["port", ...texts], "string") };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [line = "The command line cannot be read."] = (
      error instanceof Error ? error.message : String(error)
    ).split("\n");
    throw new CommandLineError(line);
  }
}

export interface Running {
  /** The line to print when ready. */
  readonly line: string;
  close(): Promise<void>;
}

/**
 * Runs a server as a program: prints one line when it is ready, stops on SIGINT and SIGTERM with exit code 0, and ends with
 * one line on stderr and exit code 2 when it cannot start as asked. What it is told meanwhile becomes a line on stderr.
 */
export async function runServer(start: (tell: (line: string) => void) => Promise<Running>): Promise<void> {
  try {
    const running = await start((line) => process.stderr.write(`${terminalLine(line)}\n`));
    const stop = () => void running.close().then(() => process.exit(0));
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    // Last: the reader of the line may stop the program at once.
    process.stdout.write(`${terminalText(running.line)}\n`);
  } catch (error) {
    process.stderr.write(`${terminalText(startFailure(error))}\n`);
    process.exitCode = 2;
  }
}

function startFailure(error: unknown): string {
  if (error instanceof CommandLineError) {
    return error.message;
  }
  const { code, port } = error as { readonly code?: unknown; readonly port?: unknown };
  if (code === "EADDRINUSE") {
    return `Port ${String(port)} is taken. Choose another one with --port.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
