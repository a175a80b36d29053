import {
  CommandLineError,
  HelpWanted,
  readCommandLine,
  readProgram,
  type CommandSpec,
} from "../../../Extension/CommandLine/commandLine";

const serve: CommandSpec = {
  name: "serve",
  about: "Serve the cake.",
  port: 3000,
  flags: [
    { name: "no-open", about: "Leave the box closed." },
    { name: "filling", value: "name", about: "Name of the filling." },
    { name: "for", value: "guest", isRepeatable: true, about: "Who gets some." },
  ],
  examples: ["bakery serve --filling lemon"],
  notes: ["Exit codes: 0 eaten."],
};
const bake: CommandSpec = { name: "bake", about: "Bake it.", flags: [] };
const read = (...args: readonly string[]) => readCommandLine(args, serve);
const program = (...args: readonly string[]) =>
  readProgram(args, {
    name: "bakery",
    version: "1.2.3",
    about: "Cakes.",
    commands: [serve, bake],
    usual: "serve",
  });

function errorOf(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("Nothing was thrown.");
}

test("what is given is read, and nothing else is there", () => {
  expect(read()).toEqual({ port: 3000, switches: new Set(), texts: {} });
  expect(read("--port", "0", "--no-open", "--filling=lemon", "--for", "a", "--for", "b")).toEqual({
    port: 0,
    switches: new Set(["no-open"]),
    texts: { filling: "lemon", for: "a,b" },
  });
  expect(readCommandLine([], bake).port).toBe(0);
});

test("without a command the usual one is meant", () => {
  expect(program("--port", "4").name).toBe("serve");
  expect(program()).toEqual({ name: "serve", line: read() });
  expect(program("bake")).toEqual({ name: "bake", line: { port: 0, switches: new Set(), texts: {} } });
});

test.each([
  [["--fillign", "x"], "Unknown option '--fillign'. Did you mean --filling?"],
  [["--filling"], "Option '--filling <name>' argument missing."],
  [["--port", "many"], "--port must be a number from 0 to 65535, not 'many'."],
  [["--port", "65536"], /not '65536'\.$/],
  [["--port", "-1"], /'-1'|argument missing/],
  [["cake"], /too many arguments/i],
])("%j is one line", (args, says) => {
  const error = errorOf(() => read(...args));
  expect(error).toBeInstanceOf(CommandLineError);
  expect(error.message).toMatch(says);
  expect(error.message.split("\n")).toHaveLength(1);
});

test("an unknown command is answered with the nearest one, whatever its flags", () => {
  const error = errorOf(() => program("bkae", "--hot"));
  expect(error).toBeInstanceOf(CommandLineError);
  expect(error.message).toBe("Unknown command 'bkae'. Did you mean bake?");
  const none = errorOf(() => program("zzzzzzzz"));
  expect(none.message).toBe("Unknown command 'zzzzzzzz'. --help lists all commands.");
});

test("help of the program and of a command, and the version, are texts to print", () => {
  const help = errorOf(() => program("--help"));
  expect(help).toBeInstanceOf(HelpWanted);
  expect(help.message).toMatch(/Usage: bakery[^]*serve[^]*bake[^]*Exit codes: 0/);
  expect(errorOf(() => program("--version"))).toEqual(new HelpWanted("1.2.3"));
  expect(errorOf(() => program("help"))).toEqual(help);
  const own = errorOf(() => program("serve", "--help"));
  expect(errorOf(() => program("help", "serve"))).toEqual(own);
  expect(own).toBeInstanceOf(HelpWanted);
  for (const part of ["Serve the cake.", "--filling <name>", "--port <number>", "3000"]) {
    expect(own.message).toContain(part);
  }
  expect(own.message).toMatch(/Examples:\n {2}bakery serve --filling lemon\n\nExit codes: 0 eaten\.$/);
});
