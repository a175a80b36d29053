import { CommandLineError, readCommandLine } from "../../../Extension/CommandLine/commandLine";
import {
  examinationJson,
  examinationLines,
  missingChecks,
  wantedTasks,
  type Examination,
} from "../../../Extension/Doctor/doctor";
import { isAtLeast } from "../../../Extension/Doctor/machineChecks";
import { doctorSpec } from "../../../Extension/Program/commands";
import { developerTasks, examineRepository } from "../../Doctor/developerChecks";
import type { System } from "../../Doctor/system";

const secretFeed = "https://pkgs.dev.azure.com/secret/_packaging/AzurePortal/npm/registry/";

/** A machine with everything on it, and what was run there. */
function machine(over: Partial<System> = {}, outputs: Readonly<Record<string, string | undefined>> = {}) {
  const ran: string[] = [];
  const answers: Readonly<Record<string, string | undefined>> = {
    "az version": "{}",
    "az account show --output none": "",
    "npm config get @microsoft:registry": secretFeed,
    "npm view @microsoft/azureportal-reactview version": "14.96.0",
    "npm view @microsoft/azureportal-build version": "1.0.0",
    ...outputs,
  };
  const system: System = {
    nodeVersion: "20.20.2",
    env: {},
    exists: () => true,
    run(program, ...args) {
      const line = [program, ...args].join(" ");
      ran.push(line);
      return answers[line];
    },
    chromium: () => "/usr/bin/chromium",
    ...over,
  };
  return { found: examineRepository(system), ran };
}

const tasks = developerTasks.map(({ name }) => name);
const missing = ({ checks }: Examination, wanted: readonly string[] = tasks) =>
  missingChecks(checks, wanted).map(({ what }) => what);

test("a machine with everything is ready for everything, and is told how to start", () => {
  const { found } = machine();
  expect(missing(found)).toEqual([]);
  expect(new Set(found.checks.map(({ task }) => task))).toEqual(new Set(tasks));
  expect(examinationLines(found, tasks).slice(-2)).toEqual([
    "Ready.",
    "Next: Run `npm start -- --pick --read-only`.",
  ]);
  expect(examinationLines(found, ["run"]).at(-1)).toBe("Next: Run `npm start`.");
});

test("neither the feed nor an account is printed", () => {
  const text = examinationLines(machine().found, tasks).join("\n");
  expect(text).toContain("ok       Private feed: configured");
  expect(text).not.toMatch(/secret|https:\/\/pkgs/);
});

test.each<[string, Partial<System>, Readonly<Record<string, undefined>>, string]>([
  ["an old Node", { nodeVersion: "20.9.0" }, {}, "Node"],
  ["no dependencies", { exists: (file) => !file.startsWith("node_modules/.package") }, {}, "Dependencies"],
  ["no browser", { chromium: () => undefined }, {}, "Chromium, Chrome or Edge"],
  ["no specification", { exists: (file) => !file.includes("specification") }, {}, "Microsoft's OpenAPI"],
  ["no Azure CLI", {}, { "az version": undefined }, "Azure CLI"],
  ["no sign-in", {}, { "az account show --output none": undefined }, "Azure sign-in"],
  [
    "a feed without the package",
    {},
    { "npm view @microsoft/azureportal-build version": undefined },
    "@microsoft/azureportal-build",
  ],
  ["no tool", { exists: (file) => !file.includes("extension-build") }, {}, "extension-build"],
  ["no portal build", { exists: (file) => !file.startsWith("dist/") }, {}, "Portal build"],
])("%s is said", (_, over, outputs, what) => {
  expect(missing(machine(over, outputs).found)).toEqual([what]);
});

test.each([
  undefined,
  "undefined",
  "https://registry.npmjs.org/",
  "https://registry.yarnpkg.com/",
  "https://pkgs.dev.azure.com.evil.example/",
])(
  "with %s for a feed the private packages are not asked for: someone else may own their names there",
  (registry) => {
    const { found, ran } = machine({}, { "npm config get @microsoft:registry": registry });
    expect(missing(found)).toEqual([
      "Private feed",
      "@microsoft/azureportal-reactview",
      "@microsoft/azureportal-build",
    ]);
    expect(ran.filter((line) => line.startsWith("npm view"))).toEqual([]);
  },
);

test("what is missing counts only for those who want it, and running counts for everybody", () => {
  const { found } = machine({ chromium: () => undefined });
  expect(missing(found, ["run", "azure"])).toEqual([]);
  expect(missing(found, ["run", "test"])).toEqual(["Chromium, Chrome or Edge"]);
  expect(missing(machine({ nodeVersion: "18.0.0" }).found, ["run"])).toEqual(["Node"]);
});

test("what no one wants is not called missing, and the last line is the one next step", () => {
  const { found } = machine({}, { "az version": undefined, "az account show --output none": undefined });
  const lines = examinationLines(found, ["run"]);
  expect(lines).toContain("  not set  Azure CLI: Install it: https://aka.ms/azure-cli");
  expect(lines.join("\n")).not.toContain("missing");
  expect(lines.at(-1)).toBe("Next: Run `npm start`.");
  const wanted = examinationLines(found, ["run", "azure"]);
  expect(wanted).toContain("  missing  Azure CLI: Install it: https://aka.ms/azure-cli");
  expect(wanted.at(-1)).toBe("Next: Azure CLI: Install it: https://aka.ms/azure-cli");
});

describe("no Azure CLI is missing where", () => {
  const none = { "az version": undefined, "az account show --output none": undefined };
  const client = { AZURE_CLIENT_ID: "c", AZURE_TENANT_ID: "t" };

  test.each<[string, Readonly<Record<string, string>>]>([
    ["a service principal with a secret is in the environment", { ...client, AZURE_CLIENT_SECRET: "s" }],
    ["a service principal has a certificate", { ...client, AZURE_CLIENT_CERTIFICATE_PATH: "/c.pem" }],
    ["there is a workload identity", { ...client, AZURE_FEDERATED_TOKEN_FILE: "/token" }],
    ["a hosting service has an identity", { IDENTITY_ENDPOINT: "http://localhost/msi" }],
    ["it's Cloud Shell", { MSI_ENDPOINT: "http://localhost/msi" }],
  ])("%s", (_, env) => {
    const { found, ran } = machine({ env }, none);
    expect(missing(found)).toEqual([]);
    expect(ran.filter((line) => line.startsWith("az"))).toEqual([]);
  });

  test("half of a service principal is none", () => {
    expect(missing(machine({ env: client }, none).found)).toEqual(["Azure CLI", "Azure sign-in"]);
  });

  test.each([
    ["Azure PowerShell", { "pwsh --version": "PowerShell 7" }],
    ["Azure Developer CLI", { "azd version": "1" }],
  ])("%s is installed, whose sign-in isn't checked", (tool, output) => {
    const { found } = machine({}, { ...none, ...output });
    expect(missing(found)).toEqual([]);
    const text = examinationLines(found, ["run", "azure"]).join("\n");
    expect(text).toContain(`ok       ${tool}: installed`);
    expect(text).toContain("Azure sign-in: not checked; if there is none, `--pick` says so");
  });
});

test("as JSON", () => {
  const { found } = machine({}, { "az version": undefined });
  expect(JSON.parse(examinationJson(found, ["run"]))).toMatchObject({
    ready: true,
    next: "Run `npm start`.",
  });
  const wanted: unknown = JSON.parse(examinationJson(found, ["run", "azure"]));
  expect(wanted).toMatchObject({ ready: false, next: "Install it: https://aka.ms/azure-cli" });
});

test("--for names tasks, more than once, and nothing else", () => {
  const wanted = (...args: readonly string[]) =>
    wantedTasks(readCommandLine(args, doctorSpec), developerTasks);
  expect(wanted()).toEqual(["run"]);
  expect(wanted("--for", "azure", "--for", "test")).toEqual(["run", "azure", "test"]);
  expect(() => wanted("--for", "lunch")).toThrow(CommandLineError);
  expect(() => wanted("--for", "lunch")).toThrow(/'lunch'.*run, azure, test/);
});

test.each<[string, string, boolean]>([
  ["20.19.0", "20.19", true],
  ["20.18.9", "20.19", false],
  ["22.0.0", "20.19", true],
  ["20.19", "20.19.0", true],
  ["9.99.0", "20.19", false],
])("%s is at least %s: %p", (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected);
});
