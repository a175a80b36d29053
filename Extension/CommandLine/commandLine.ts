import { Command, CommanderError, InvalidArgumentError } from "commander";
import { format } from "../../Client/Core/format";
import { CommandLineTexts as Text } from "./CommandLine.resjson";

/** A command line that cannot be followed; its message is one line for the terminal. */
export class CommandLineError extends Error {}

/** Help or the version was asked for: its message is what to print, and nothing else happens. */
export class HelpWanted extends Error {}

/** What was given on a command line. */
export interface CommandLine {
  /** Port to listen on; 0 where the command doesn't listen. */
  readonly port: number;
  /** Names of the switches that were given. */
  readonly switches: ReadonlySet<string>;
  /** What was given of the flags with a text, by name. A flag that can be repeated has its texts joined by commas. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A flag, without its two dashes. */
export interface Flag {
  readonly name: string;
  /** What stands for the flag's text in the help; absent: a switch, which takes none. */
  readonly value?: string;
  readonly isRepeatable?: boolean;
  readonly about: string;
}

/** A command: what it accepts and how its help explains it. */
export interface CommandSpec {
  readonly name: string;
  /** One sentence. */
  readonly about: string;
  /** Port that it listens on unless `--port` names another one; absent: it doesn't listen. */
  readonly port?: number;
  readonly flags: readonly Flag[];
  /** What comes before the flags in a terminal: "npm start --", for example. */
  readonly examples?: readonly string[];
  /** Lines under the help, about exit codes for example. */
  readonly notes?: readonly string[];
}

/** Reads the flags of one command. Throws {@link CommandLineError} and {@link HelpWanted}. */
export function readCommandLine(args: readonly string[], spec: CommandSpec): CommandLine {
  return heard((write) => {
    const command = commandOf(spec, write);
    command.parse(args, { from: "user" });
    return lineOf(command, spec);
  });
}

interface Program {
  readonly name: string;
  readonly version: string;
  readonly about: string;
  readonly commands: readonly CommandSpec[];
  /** The command that is meant when none is named. */
  readonly usual: string;
}

/** A command line that names its command. */
interface NamedCommandLine {
  readonly name: string;
  readonly line: CommandLine;
}

/** Reads which command of a program is meant, and its flags. Throws {@link CommandLineError} and {@link HelpWanted}. */
export function readProgram(args: readonly string[], program: Program): NamedCommandLine {
  return heard((write) => {
    let read: NamedCommandLine | undefined;
    const root = quiet(new Command(program.name), write)
      .description(program.about)
      .usage(Text.programUsage)
      .version(program.version, "-v, --version", Text.versionFlag)
      .helpOption("-h, --help", Text.helpFlag)
      .helpCommand(false)
      .addHelpText("after", `\n${format(Text.programHelp, program.usual)}`);
    for (const spec of program.commands) {
      const command = commandOf(spec, write);
      command.action(() => {
        read = { name: spec.name, line: lineOf(command, spec) };
      });
      root.addCommand(command);
    }
    root.parse(wordsFor(args, program.usual), { from: "user" });
    if (!read) {
      throw new CommandLineError(Text.unreadable);
    }
    return read;
  });
}

/** What the library reads: with the usual command where none is named, and with the flag for help where people type a word. */
function wordsFor(args: readonly string[], usual: string): readonly string[] {
  const [first, ...others] = args;
  if (first === "help") {
    return [...others.slice(0, 1), "--help"];
  }
  return namesCommand(first) ? args : [usual, ...args];
}

/** Flags of the program itself, and words, which name a command. */
function namesCommand(first: string | undefined): boolean {
  const own = ["-h", "--help", "-v", "--version"];
  return first !== undefined && (own.includes(first) || !first.startsWith("-"));
}

type Write = (text: string) => void;

/** What the library would print becomes the message of an error. */
function heard<T>(read: (write: Write) => T): T {
  let printed = "";
  try {
    return read((text) => {
      printed += text;
    });
  } catch (error) {
    if (error instanceof CommanderError) {
      throw error.exitCode === 0 ? new HelpWanted(printed.trimEnd()) : new CommandLineError(oneLine(error));
    }
    throw error;
  }
}

/** The library says "error: unknown option '--prot'\n(Did you mean --port?)". What we say of a wrong value is enough without its own. */
function oneLine({ message, code }: CommanderError): string {
  const own = code === "commander.invalidArgument" ? /^error: option .*? is invalid\. / : /^error: /;
  const [first = "", second = ""] = message.replace(own, "").split("\n");
  const says = `${first.charAt(0).toUpperCase()}${first.slice(1)}`.replace(/[^.!?]$/, "$&.");
  const instead = code === "commander.unknownCommand" ? Text.seeHelp : "";
  return `${says} ${second.replace(/^\(|\)$/g, "") || instead}`.trim();
}

function commandOf(spec: CommandSpec, write: Write): Command {
  const command = quiet(new Command(spec.name), write)
    .description(spec.about)
    .usage(Text.commandUsage)
    .helpOption("-h, --help", Text.helpFlag)
    .allowExcessArguments(false);
  for (const { name, value, isRepeatable, about } of flagsOf(spec)) {
    if (value === undefined) {
      command.option(`--${name}`, about);
    } else {
      command.option(`--${name} <${value}>`, about, (text, before: string | undefined) =>
        checked(name, isRepeatable && before !== undefined ? `${before},${text}` : text),
      );
    }
  }
  const { examples = [], notes = [] } = spec;
  if (examples.length > 0) {
    command.addHelpText("after", `\n${[Text.examples, ...examples.map((one) => `  ${one}`)].join("\n")}`);
  }
  if (notes.length > 0) {
    command.addHelpText("after", `\n${notes.join("\n")}`);
  }
  return command;
}

const portFlag = "port";

function flagsOf({ flags, port }: CommandSpec): readonly Flag[] {
  return port === undefined
    ? flags
    : [...flags, { name: portFlag, value: "number", about: format(Text.portFlag, port) }];
}

function checked(name: string, text: string): string {
  if (name === portFlag && !(/^\d+$/.test(text) && Number(text) <= 65_535)) {
    throw new InvalidArgumentError(format(Text.badPort, text));
  }
  return text;
}

function quiet(command: Command, write: Write): Command {
  return command.exitOverride().configureOutput({
    writeOut: write,
    writeErr: () => undefined,
    getOutHasColors: () => false,
    getOutHelpWidth: () => process.stdout.columns || 100,
  });
}

function lineOf(command: Command, spec: CommandSpec): CommandLine {
  const given = command.options.filter(
    (option) => command.getOptionValueSource(option.attributeName()) === "cli",
  );
  const texts = given.flatMap((option) => {
    const value: unknown = command.getOptionValue(option.attributeName());
    return typeof value === "string" ? [[nameOf(option.long), value] as const] : [];
  });
  const { port = String(spec.port ?? 0), ...others } = Object.fromEntries(texts);
  const switches = given.filter((option) => !option.required).map((option) => nameOf(option.long));
  return { port: Number(port), switches: new Set(switches), texts: others };
}

function nameOf(long: string | undefined): string {
  return (long ?? "").replace(/^--/, "");
}
