import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { KqlError } from "../../../Extension/ArmEmulator/Kql/kqlError";
import { runQuery } from "../../../Extension/ArmEmulator/Kql/runQuery";
import type { KqlColumn, KqlDatabase } from "../../../Extension/ArmEmulator/Kql/table";

/** What the queries that Microsoft publishes for Resource Graph use; `../shared/facts/real-data.md`, paragraph 7. */
const now = new Date("2026-11-24T12:00:00Z");
const columns: readonly KqlColumn[] = [
  { name: "id", type: "string" },
  { name: "name", type: "string" },
  { name: "properties", type: "dynamic" },
];
const database: KqlDatabase = ["resources", "securityresources", "resourcecontainers"].map((name) => ({
  name,
  columns,
  rows: [
    {
      id: "/subscriptions/s/resourceGroups/rg-1/x/12",
      name: "Web 1",
      properties: { at: "2026-11-20T10:00:00Z", bag: { a: 1 } },
    },
    { id: "plain", name: "db", properties: { at: "2020-01-01", bag: { a: 2, b: 3 } } },
    { id: "", name: "none", properties: null },
  ],
}));

const run = (query: string) => runQuery(query, database, now);
const values = (query: string) => {
  const answer = run(query);
  return answer.rows.map((row) => answer.columns.map(({ name }) => row[name]));
};
const evaluate = (expression: string) => values(`resources | take 1 | project x = ${expression}`)[0]?.[0];

test.each<[string, unknown[][]]>([
  ["parse id with * '/resourceGroups/' group '/' * | project group", [["rg-1"], [""], [""]]],
  [
    "parse id with '/subscriptions/' sub '/' rest | project sub, rest | take 1",
    [["s", "resourceGroups/rg-1/x/12"]],
  ],
  // A pattern that starts with a text has to be there from the start.
  ["parse id with 'resourceGroups/' group '/' * | project group | take 1", [[""]]],
  ["parse id with * '/x/' n:long | project n", [[12], [null], [null]]],
  ["parse id with * '/resourceGroups/' n:long '/' rest | project n, rest | take 1", [[null, ""]]],
  [
    "parse kind=relaxed id with * '/resourceGroups/' n:long '/' rest | project n, rest | take 1",
    [[null, "x/12"]],
  ],
  ["parse kind=regex id with * '/r[a-z]*Groups/' group '/' * | project group | take 1", [["rg-1"]]],
  ["parse kind=regex id with * '/r[a-z]*groups/' group '/' * | project group | take 1", [[""]]],
  [
    "parse kind=regex flags=i id with * '/r[a-z]*groups/' group '/x/' n:int | project group, n | take 1",
    [["rg-1", 12]],
  ],
  // A column that is there already is replaced.
  ["parse id with * '/x/' name | project name | take 1", [["12"]]],
  ["where * contains 'WEB' | project name", [["Web 1"]]],
  ["where * has '2020' | project name", [["db"]]],
  ["where * has 'we' | count", [[0]]],
  ["where properties.at > ago(7d) | project name", [["Web 1"]]],
  ["where now() >= properties.at | count", [[2]]],
  ["where properties.at between (ago(7d) .. now()) | project name", [["Web 1"]]],
  ["where properties.at !between (ago(7d) .. now()) and isnotnull(properties) | project name", [["db"]]],
  ["summarize bag = make_bag(properties.bag)", [[{ a: 1, b: 3 }]]],
  ["where name == 'none' | summarize make_bag(properties.bag)", [[null]]],
  ["summarize bag = make_bag_if(properties.bag, name == 'db')", [[{ a: 2, b: 3 }]]],
  ["summarize tostring(make_set(name)[1]), n = array_length(make_list(id)) + count()", [["db", 6]]],
  ["summarize latest = format_datetime(max(todatetime(properties.at)), 'yyyy')", [["2026"]]],
  [
    "join kind=inner (securityresources | project other = name, n = 1) on $right.other == $left.name | count",
    [[3]],
  ],
])("resources | %s", (operators, expected) => {
  expect(values(`resources | ${operators}`)).toEqual(expected);
});

test.each<[string, unknown]>([
  ["extract_all(@'(\\d)', 'a1b2')", ["1", "2"]],
  [
    "extract_all(@'([a-z])(\\d)', 'a1b2')",
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ],
  ["extract_all(@'([a-z])(\\d)', dynamic([2]), 'a1b2')", ["1", "2"]],
  ["extract_all(@'(?P<l>[a-z])(\\d)', dynamic(['l', 2]), 'a1')", [["a", "1"]]],
  ["extract_all(@'(x)', 'a1b2')", null],
  ["extract('(?i)WEB (?P<n>.)', 1, name)", "1"],
  ["'one' matches regex '(?i)^ONE$'", true],
  ["reverse('añ🐳')", "🐳ña"],
  ["reverse(123)", "321"],
  ["translate('krasp', 'otsku', 'spark')", "kusto"],
  ["translate('abc', 'x', 'abcd')", "xxxd"],
  ["translate('abc', '', 'abcd')", "d"],
  ['url_encode("https://a.example/b c?d=\'e~")', "https%3a%2f%2fa.example%2fb+c%3fd%3d%27e%7e"],
  ["url_encode_component('https://a.example/b c')", "https%3a%2f%2fa.example%2fb%20c"],
  ["url_decode(url_encode('a b/ü'))", "a b/ü"],
  ["url_encode_component('\\ud800')", "%ef%bf%bd"],
  ["coalesce(properties.none, name)", "Web 1"],
  ["coalesce(properties.bag.a, name)", 1],
])("%s", (expression, expected) => {
  expect(evaluate(expression)).toEqual(expected);
});

test("a datatable has its rows in their order, and is no table of Resource Graph", () => {
  const table =
    "datatable (name: string, n: long, at: datetime) ['a', 1, datetime(2026-01-01), 'b', 2, datetime(null)]";
  expect(values(table)).toEqual([
    ["a", 1, "2026-01-01T00:00:00.0000000Z"],
    ["b", 2, null],
  ]);
  expect(values(`resources | join kind=inner (${table} | extend name = 'db') on name | project n`)).toEqual([
    [1],
    [2],
  ]);
});

describe("what Resource Graph refuses", () => {
  const joined = (table: string) => `| join kind=leftouter (${table} | project id) on id `;
  const problem = (query: string) => {
    try {
      run(query);
      return undefined;
    } catch (error) {
      return error instanceof KqlError ? [error.code, error.message] : error;
    }
  };

  test.each([
    ["join", joined("resources"), "at most 3 join"],
    ["mv-expand", "| mv-expand a = properties.bag ", "at most 3 mv-expand"],
  ])("a fourth %s", (_, operator, message) => {
    expect(problem(`resources ${operator.repeat(3)}`)).toBeUndefined();
    expect(problem(`resources ${operator.repeat(4)}`)).toEqual([
      "InvalidQuery",
      expect.stringContaining(message),
    ]);
  });

  test("a fourth leg of a union, however it is written", () => {
    const four = ["InvalidQuery", "A query may have at most 3 union legs."];
    expect(problem("resources | union resourcecontainers, (securityresources)")).toBeUndefined();
    expect(problem("union resources, resourcecontainers, securityresources")).toBeUndefined();
    expect(problem("resources | union resources | union resources, resources")).toEqual(four);
    expect(problem("union resources, resources, resources, resources")).toEqual(four);
  });

  test("one table on the right side of two joins, unless the query starts from it", () => {
    const code = "DisallowedMaxNumberOfRemoteTables";
    expect(problem(`resources ${joined("securityresources")}${joined("SecurityResources")}`)).toEqual([
      code,
      expect.anything(),
    ]);
    expect(
      problem(`resources ${joined("securityresources")}${joined("resourcecontainers")}`),
    ).toBeUndefined();
    expect(problem(`resources ${joined("resources")}${joined("resources")}`)).toBeUndefined();
  });

  test.each([
    ["a dynamic value compared with a text", "resources | where properties.at > '2020'"],
    ["a text compared with a date", "resources | where name > now()"],
    [
      "anything but equality between the sides of a join",
      "resources | join (resources) on $left.id != $right.id",
    ],
    ["no column that contains a text", "resources | where * !contains 'x'"],
    ["a scalar function alone in summarize", "resources | summarize tostring(1)"],
    ["a parse of an unknown kind", "resources | parse kind=regex flags=U id with * 'x' y"],
  ])("%s", (_, query) => {
    expect(problem(query)).toEqual(["InvalidQuery", expect.any(String)]);
  });
});

const samples = path.resolve(__dirname, "../../../../shared/data/kql");
if (existsSync(samples)) {
  const row = {
    id: "/subscriptions/1/providers/x/regulatoryComplianceStandards/S/regulatoryComplianceControls/C/regulatoryComplianceAssessments/A",
    name: "a",
    subscriptionId: "1",
    tenantId: "t",
    resourceGroup: "g",
    properties: { displayName: "d", status: { code: "Unhealthy" }, Status: "Active", Severity: "High" },
  };
  const sampleColumns = Object.keys(row).map(
    (name) => ({ name, type: name === "properties" ? "dynamic" : "string" }) as const,
  );
  const types = [
    "microsoft.security/assessments",
    "microsoft.security/locations/alerts",
    "microsoft.security/pricings",
    "microsoft.security/regulatorycompliancestandards",
    "microsoft.security/regulatorycompliancestandards/regulatorycompliancecontrols/regulatorycomplianceassessments",
  ];
  const graph: KqlDatabase = [
    {
      name: "securityresources",
      columns: [...sampleColumns, { name: "type", type: "string" }],
      rows: types.map((type) => ({ ...row, type })),
    },
  ];
  const files = readdirSync(samples).filter((file) => file.endsWith(".kql"));
  const isRunning = (file: string) => {
    try {
      const { rows } = runQuery(readFileSync(path.join(samples, file), "utf8"), graph, now);
      return rows.length === (file.includes("vulnerability-assessment") ? 0 : 1);
    } catch (error) {
      if (error instanceof KqlError) {
        return false;
      }
      throw error;
    }
  };
  const running = files.filter(isRunning);

  test(`${running.length} of ${files.length} queries that Microsoft publishes run`, () => {
    expect(files.filter((file) => !running.includes(file))).toEqual([]);
  });
}
