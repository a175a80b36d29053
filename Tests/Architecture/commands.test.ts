import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import packageFile from "../../package.json";
import { readScenario } from "../../Extension/ArmEmulator/Scenarios/readScenario";
import { buildSpecs } from "../../Extension/build/buildSpecs";
import {
  CommandLineError,
  readCommandLine,
  readProgram,
  type CommandSpec,
} from "../../Extension/CommandLine/commandLine";
import { readAzureFlags } from "../../Extension/LocalPortal/AzureMode/azureFlags";
import { sideloadSpec } from "../../Extension/LocalPortal/Sideload/runSideload";
import { armSpec, doctorSpec, reportSpec, startSpec } from "../../Extension/Program/commands";
import { conformanceSpec } from "../Conformance/Live/liveFlags";
import { commandsIn, withValues, wordsOf, type DocumentedCommand } from "../Support/documentedCommands";
import { root, trackedFiles } from "../Support/trackedFiles";
import { toolSpecs } from "../Support/toolSpecs";

/**
 * Every command that a document shows is tried: ours by the parser that runs it, with its values checked as the command does; those of
 * other programs by what of them is ours. The program itself runs in `Contract/Program/package`, and what needs a tenant runs there
 * with the stand-in `az`.
 */
const programSpecs: readonly CommandSpec[] = [startSpec, reportSpec, doctorSpec, armSpec];
const specs: Readonly<Record<string, CommandSpec>> = {
  ...toolSpecs,
  ...buildSpecs,
  start: startSpec,
  report: reportSpec,
  arm: armSpec,
  doctor: doctorSpec,
  sideload: sideloadSpec,
  conformance: conformanceSpec,
};

/** Scripts that hand everything to a tool of others. CI and `npm test` run them. */
const otherTools = /^(?:jest|playwright|prettier|eslint|oxlint|node node_modules\/typescript-7)\b/;
/** Scripts without a command line: `npm test` is what runs this. */
const withoutFlags = ["test"];

function tryNpm([verb = "", ...rest]: readonly string[]): void {
  if (verb === "ci") {
    expect(existsSync(path.join(root, "package-lock.json"))).toBe(true);
    return;
  }
  const [script = "", ...given] = verb === "run" ? rest : [verb, ...rest];
  const called = (packageFile.scripts as Readonly<Record<string, string | undefined>>)[script];
  expect({ script, called }).toEqual({ script, called: expect.any(String) as string });
  const args = given[0] === "--" ? given.slice(1) : given;
  const spec = specs[script];
  if (spec) {
    tryFlags(args, spec);
    return;
  }
  expect(otherTools.test(called ?? "") || (withoutFlags.includes(script) && args.length === 0)).toBe(true);
}

/** Read as the command reads it; a command that needs Azure is refused for want of a sign-in only, later. */
function tryFlags(args: readonly string[], spec: CommandSpec): void {
  const line = readCommandLine(args, spec);
  if (spec.flags.some(({ name }) => name === "scenario")) {
    readScenario(line);
  }
  if (spec.flags.some(({ name }) => name === "pick")) {
    readAzureFlags(line);
  }
}

function tryProgram(args: readonly string[]): void {
  const { name, line } = readProgram(args, {
    ...{ name: packageFile.name, version: packageFile.version, about: "", usual: startSpec.name },
    commands: programSpecs,
  });
  expect(programSpecs.map((spec) => spec.name)).toContain(name);
  readScenario(line);
}

/** Of the Azure CLI: what the stand-in answers, and what prints an ID. */
const azCommands = [
  /^rest$/,
  /^aks show --resource-group \S+ --name \S+ --query id --output tsv$/,
  // On the emulator's sign-in, see `Extension/ArmEmulator/SignIn`.
  /^login(?: --service-principal(?: -u … -p … --tenant …)?| --use-device-code)?$/,
  /^cloud (?:(?:set|unregister) --name \S+|register --name \S+ --cloud-config …)$/,
  /^aks list(?: --output table)?$/,
  // Named as not working, with the reason, in `Tests/AzureCli`.
  /^(?:role assignment list|aks update --enable-defender|aks upgrade)$/,
];
/** Of Microsoft's private toolchain, which isn't here. */
const privateTools = ["extension-build", "extension-start"];

function tryNpx([tool = "", ...args]: readonly string[]): void {
  if (/^\.\/aks-security-dashboard-.*\.tgz$/.test(tool)) {
    tryProgram(args);
  } else if (tool === "jest") {
    const files = args.filter((word) => word.startsWith("Tests/"));
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  } else {
    expect(privateTools).toContain(tool);
  }
}

/** The image's name begins what the program in it is given. */
function tryDocker([verb = "", ...args]: readonly string[]): void {
  const image = args.indexOf("aks-security-dashboard");
  expect(image).toBeGreaterThan(-1);
  if (verb === "run") {
    tryProgram(args.slice(image + 1));
    expect(args).toContain("--read-only");
  } else {
    expect(verb).toBe("build");
  }
}

const ways: Readonly<Record<string, (words: readonly string[]) => void>> = {
  npm: tryNpm,
  npx: tryNpx,
  docker: tryDocker,
  az: (words) => expect(azCommands.some((one) => one.test(words.join(" ")))).toBe(true),
  node: (words) => expect(words).toEqual(["--version"]),
  "aks-security-dashboard": tryProgram,
};

function tryCommand(command: string): void {
  const [program = "", ...words] = withValues(wordsOf(command));
  const way = ways[program];
  if (!way) {
    throw new Error(`No test tries ${program}.`);
  }
  way(words);
}

/** Its commands of Azure CLI are those that don't work, each with the reason: no reader is told to run them. */
const isLimit = ({ file, command }: DocumentedCommand) =>
  file === "Tests/AzureCli/README.md" && command.startsWith("az ");
const documented = trackedFiles("*.md")
  .flatMap((file) => commandsIn(file, readFileSync(path.join(root, file), "utf8")))
  .filter((one) => !isLimit(one));
const examples = [...programSpecs, ...Object.values(specs)].flatMap(
  ({ examples = [] }): DocumentedCommand[] =>
    examples.map((command) => ({ file: "help", command: command.split(" | ")[0] ?? "" })),
);

test.each([...documented, ...examples])("$file: $command", ({ command }) => tryCommand(command));

test("there are such commands, in many documents", () => {
  expect(new Set(documented.map(({ file }) => file)).size).toBeGreaterThan(10);
});

test("every script is explained somewhere", () => {
  const text = documented.map(({ command }) => command).join("\n");
  const scripts = Object.keys(packageFile.scripts);
  expect(
    scripts.filter((script) => !new RegExp(`^npm (?:run )?${script}(?![\\w:-])`, "m").test(text)),
  ).toEqual([]);
});

describe("what would be wrong is noticed", () => {
  test.each([
    "npm start -- --scenaro huge",
    "npm start -- --scenario hug",
    "npm start -- --cluster contoso-prod-aks",
    "npm run soke",
    "npm run soak -- --hours 1",
    "npx ./aks-security-dashboard-<version>.tgz repot",
    "npx jest Tests/Unit/Gone.test.ts",
    "npx whatever",
    "docker run --network host aks-security-dashboard",
    "az account clear",
    "git status",
  ])("%s", (command) => expect(() => tryCommand(command)).toThrow());

  test("by a line that can be read", () => {
    expect(() => tryCommand("npm start -- --scenaro huge")).toThrow(
      new CommandLineError("Unknown option '--scenaro'. Did you mean --scenario?"),
    );
  });

  test("commands are found in blocks and lines, each by itself", () => {
    const text = "`npm start`, `npm`\n\n```\nnpm ci && npm test   # all\n  az login\nelse\n```\n`git status`";
    expect(commandsIn("a", text).map(({ command }) => command)).toEqual([
      "npm ci",
      "npm test",
      "az login",
      "npm start",
      "git status",
    ]);
  });
});
