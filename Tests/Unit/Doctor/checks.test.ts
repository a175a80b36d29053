import { examine, findingLines, isAtLeast, isReady, purposes } from "../../Doctor/checks";
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
    exists: () => true,
    read: () => JSON.stringify({ engines: { node: ">=20.19" } }),
    run(program, ...args) {
      const line = [program, ...args].join(" ");
      ran.push(line);
      return answers[line];
    },
    chromium: () => "/usr/bin/chromium",
    ...over,
  };
  return { findings: examine(system), ran };
}

const missing = (findings: ReturnType<typeof examine>) =>
  findings.filter(({ isThere }) => !isThere).map(({ what }) => what);

test("a machine with everything is ready for everything", () => {
  const { findings } = machine();
  expect(missing(findings)).toEqual([]);
  expect(isReady(findings, purposes)).toBe(true);
  expect([...new Set(findings.map(({ purpose }) => purpose))]).toEqual([...purposes]);
});

test("neither the feed nor an account is printed", () => {
  const text = findingLines(machine().findings).join("\n");
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
  expect(missing(machine(over, outputs).findings)).toEqual([what]);
});

test.each([
  undefined,
  "undefined",
  "https://registry.npmjs.org/",
  "https://registry.yarnpkg.com/",
  "https://pkgs.dev.azure.com.evil.example/",
])(
  "with %s for a feed the private packages are not asked for: somebody else may own their names there",
  (registry) => {
    const { findings, ran } = machine({}, { "npm config get @microsoft:registry": registry });
    expect(missing(findings)).toEqual([
      "Private feed",
      "@microsoft/azureportal-reactview",
      "@microsoft/azureportal-build",
    ]);
    expect(ran.filter((line) => line.startsWith("npm view"))).toEqual([]);
  },
);

test("what is missing counts only for those who want it, and the local portal for everybody", () => {
  const { findings } = machine({ chromium: () => undefined });
  expect(isReady(findings, [])).toBe(true);
  expect(isReady(findings, ["azure"])).toBe(true);
  expect(isReady(findings, ["test"])).toBe(false);
  expect(isReady(machine({ nodeVersion: "18.0.0" }).findings, [])).toBe(false);
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
