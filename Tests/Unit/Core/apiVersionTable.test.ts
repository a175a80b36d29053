import { readFileSync } from "node:fs";
import path from "node:path";
import { apiVersion, apiVersionTable } from "../../../Client/Core/apiVersionTable";
import { apiVersionProblems, apiVersionsSeenOn, daysUntilCompared } from "../../Support/apiVersionProblems";
import { root, trackedFiles } from "../../Support/trackedFiles";

const today = () => new Date().toISOString().slice(0, 10);

test("no api-version is past its retirement today, and the table isn't old", () => {
  expect(apiVersionProblems(apiVersionTable, today(), apiVersionsSeenOn)).toEqual([]);
  expect(apiVersion("managedClusters")).toBe("2026-01-01");
});

const row = { used: "2024-01-01", newestSeen: "2026-07-01", retiredOn: undefined };
const clock = "2026-11-29";

test.each<[string, object, readonly string[]]>([
  [
    "retired today",
    { retiredOn: clock },
    ["pricings: 2024-01-01 was retired on 2026-11-29; the newest seen is 2026-07-01"],
  ],
  [
    "retired before",
    { retiredOn: "2025-01-31" },
    ["pricings: 2024-01-01 was retired on 2025-01-31; the newest seen is 2026-07-01"],
  ],
  [
    "retired on what is no day",
    { retiredOn: "soon" },
    ["pricings: 2024-01-01 was retired on soon; the newest seen is 2026-07-01"],
  ],
  ["to be retired tomorrow", { retiredOn: "2026-11-30" }, []],
  ["newer than the newest", { used: "2026-08-01" }, ["pricings: 2026-08-01 is newer than 2026-07-01"]],
  ["no version", { used: "2024-13-01" }, ["pricings: 2024-13-01 is no api-version"]],
  ["a stable version with a newer one", {}, []],
  [
    "a preview that something newer came after long ago",
    { used: "2024-01-01-preview" },
    ["pricings: 2024-01-01-preview may have ended 90 days after 2026-07-01"],
  ],
  [
    "a preview that became stable long ago",
    { used: "2026-07-01-preview" },
    ["pricings: 2026-07-01-preview may have ended 90 days after 2026-07-01"],
  ],
  [
    "a preview with something newer since lately",
    { used: "2024-01-01-preview", newestSeen: "2026-10-01" },
    [],
  ],
  ["the newest preview", { used: "2021-05-01-preview", newestSeen: "2021-05-01-preview" }, []],
])("%s", (_, change, problems) => {
  expect(apiVersionProblems({ pricings: { ...row, ...change } }, clock, clock)).toEqual(problems);
});

test("the whole table with one broken row fails for that row", () => {
  const broken = { ...apiVersionTable, policy: { ...apiVersionTable.policy, retiredOn: "2026-11-28" } };
  expect(apiVersionProblems(broken, clock, clock)).toEqual([
    "policy: 2024-05-01 was retired on 2026-11-28; the newest seen is 2025-03-01",
  ]);
});

test.each([
  ["2026-06-02", "2026-11-29", []],
  [
    "2026-06-01",
    "2026-11-29",
    ["The table was compared with what is public on 2026-06-01, 181 days ago. Compare it again."],
  ],
  ["once", clock, ["The table was compared with what is public on once, NaN days ago. Compare it again."]],
])("a table that was compared on %s is looked at on %s", (seenOn, on, problems) => {
  expect(daysUntilCompared).toBe(180);
  expect(apiVersionProblems({ pricings: row }, on, seenOn)).toEqual(problems);
});

test("the day on which the table was compared with what is public isn't before its newest version", () => {
  const newest = Object.values(apiVersionTable)
    .map(({ newestSeen }) => newestSeen.slice(0, 10))
    .sort()
    .at(-1);
  expect(apiVersionsSeenOn >= (newest ?? "")).toBe(true);
});

/**
 * As ARM's addresses and Bicep have them, and every text that is nothing but one, whatever it stands behind: constants, parameters of
 * clients, and bodies of batches.
 */
const literal = /(?:api-version=|@)20\d\d-\d\d-\d\d|["'`]20\d\d-\d\d-\d\d(?:-preview)?["'`]/i;

/** Days that aren't versions, by the lines that have them. */
const days: readonly string[] = [
  'Client/Core/recommendationLifecycle.ts: export const deprecatedOn = "2026-07-01";',
  'Extension/LocalPortal/AzureMode/clouds.ts: const retiredOn: ReadonlyMap<string, string> = new Map([["china", "2026-08-18"]]);',
];

test("no other file of the product names an api-version", () => {
  const isProduct = /^(?:Client|Views|Extension\/(?!ArmEmulator\/)).*\.tsx?$/;
  const files = trackedFiles().filter((file) => isProduct.test(file) && !file.endsWith("apiVersionTable.ts"));
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    readFileSync(path.join(root, file), "utf8")
      .split("\n")
      .filter((line) => literal.test(line) && !/^\s*(?:\*|\/\*|\/\/)/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found.sort()).toEqual(days);
});

test.each([
  "`${id}?api-version=2024-04-01`",
  "'Microsoft.A/b@2024-04-01' = {",
  'const aApiVersion = "2024-01-01"',
  '{ "api-version": "2024-01-01" }',
  "{ 'api-version': '2024-01-01-preview', url }",
  'new Client(credential, { apiVersion: "2024-01-01" })',
  "const queryParameters = { apiVersion: `2024-01-01` };",
  '  "2024-01-01",',
])("%s would be found", (text) => {
  expect(literal.test(text)).toBe(true);
});
