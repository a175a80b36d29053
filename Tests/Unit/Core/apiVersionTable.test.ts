import { readFileSync } from "node:fs";
import path from "node:path";
import {
  apiVersion,
  apiVersionProblems,
  apiVersionsSeenOn,
  apiVersionTable,
} from "../../../Client/Core/apiVersionTable";
import { root, trackedFiles } from "../../Support/trackedFiles";

const today = () => new Date().toISOString().slice(0, 10);

test("no api-version is past its retirement today", () => {
  expect(apiVersionProblems(apiVersionTable, today())).toEqual([]);
  expect(apiVersion("managedClusters")).toBe("2026-01-01");
});

const row = { used: "2024-01-01", newestSeen: "2026-07-01", retiredOn: undefined };

test.each<[string, object, readonly string[]]>([
  [
    "retired today",
    { retiredOn: "2026-11-29" },
    ["pricings: 2024-01-01 was retired on 2026-11-29; the newest seen is 2026-07-01"],
  ],
  [
    "retired before",
    { retiredOn: "2025-01-31" },
    ["pricings: 2024-01-01 was retired on 2025-01-31; the newest seen is 2026-07-01"],
  ],
  ["to be retired tomorrow", { retiredOn: "2026-11-30" }, []],
  ["newer than the newest", { used: "2026-08-01" }, ["pricings: 2026-08-01 is newer than 2026-07-01"]],
  ["no version", { used: "2024-13-01" }, ["pricings: 2024-13-01 is no api-version"]],
  ["a preview of the newest", { used: "2026-07-01-preview" }, []],
])("%s", (_, change, problems) => {
  expect(apiVersionProblems({ pricings: { ...row, ...change } }, "2026-11-29")).toEqual(problems);
});

test("the day on which the table was compared with what is public isn't before its newest version", () => {
  const newest = Object.values(apiVersionTable)
    .map(({ newestSeen }) => newestSeen.slice(0, 10))
    .sort()
    .at(-1);
  expect(apiVersionsSeenOn >= (newest ?? "")).toBe(true);
});

/** As ARM's addresses, Bicep, and constants have them. */
const literal = /(?:api-version=|@|apiVersion\w*(?::| =) ["'`])20\d\d-\d\d-\d\d/i;

test("no other file of the product names an api-version", () => {
  const isProduct = /^(?:Client|Views|Extension\/(?:LocalPortal|Portal|PortalSdk))\/.*\.tsx?$/;
  const files = trackedFiles().filter((file) => isProduct.test(file) && !file.endsWith("apiVersionTable.ts"));
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    readFileSync(path.join(root, file), "utf8")
      .split("\n")
      .filter((line) => literal.test(line) && !/^\s*(?:\*|\/\*|\/\/)/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
  expect(
    ["?api-version=2024-04-01`", "x@2024-04-01'", 'const aApiVersion = "2024-01-01"'].map((text) =>
      literal.test(text),
    ),
  ).toEqual([true, true, true]);
});
