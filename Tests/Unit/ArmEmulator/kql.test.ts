import { KqlError } from "../../../Extension/ArmEmulator/Kql/kqlError";
import { runQuery } from "../../../Extension/ArmEmulator/Kql/runQuery";
import type { KqlDatabase } from "../../../Extension/ArmEmulator/Kql/table";

const now = new Date("2026-11-24T12:00:00Z");
const database: KqlDatabase = [
  {
    name: "fruits",
    columns: [
      { name: "id", type: "string" },
      { name: "name", type: "string" },
      { name: "kind", type: "string" },
      { name: "weight", type: "long" },
      { name: "properties", type: "dynamic" },
    ],
    rows: [
      {
        id: "1",
        name: "Apple",
        kind: "tree",
        weight: 3,
        properties: { Color: "red", tags: ["a", "b"], at: "2026-11-20T10:00:00Z" },
      },
      { id: "2", name: "pear", kind: "tree", weight: 5, properties: { color: "green", tags: [], n: 7 } },
      { id: "3", name: "melon", kind: "vine", weight: null, properties: null },
    ],
  },
  {
    name: "owners",
    columns: [
      { name: "fruit", type: "string" },
      { name: "name", type: "string" },
    ],
    rows: [
      { fruit: "1", name: "Ada" },
      { fruit: "1", name: "Bob" },
      { fruit: "9", name: "Eve" },
    ],
  },
];

const run = (query: string) => runQuery(query, database, now);
/** The rows as lists of values, in the order of the columns. */
const values = (query: string) => {
  const { columns, rows } = run(query);
  return rows.map((row) => columns.map(({ name }) => row[name]));
};
/** Value of one expression. */
const evaluate = (expression: string) => values(`fruits | take 1 | project x = ${expression}`)[0]?.[0];

describe("tabular operators", () => {
  test.each<[string, unknown[][]]>([
    ["fruits | where kind == 'tree' | project id", [["1"], ["2"]]],
    ["Fruits | count", [[3]]],
    ["fruits | project-away properties, id | take 1", [["Apple", "tree", 3]]],
    ["fruits | project-keep n* | take 1", [["Apple"]]],
    ["fruits | project-rename label = name | project label | take 1", [["Apple"]]],
    ["fruits | project-reorder name, id | project-keep name, id | take 1", [["Apple", "1"]]],
    [
      "fruits | extend w2 = weight * 2, weight = 1 | project weight, w2",
      [
        [1, 6],
        [1, 10],
        [1, null],
      ],
    ],
    ["fruits | order by weight | project id", [["2"], ["1"], ["3"]]],
    ["fruits | order by weight asc | project id", [["3"], ["1"], ["2"]]],
    ["fruits | order by weight asc nulls last | project id", [["1"], ["2"], ["3"]]],
    ["fruits | order by kind asc, weight desc | project id", [["2"], ["1"], ["3"]]],
    ["fruits | sort by name asc | project name", [["Apple"], ["melon"], ["pear"]]],
    ["fruits | top 1 by weight | project id", [["2"]]],
    ["fruits | limit 2 | project id", [["1"], ["2"]]],
    ["fruits | distinct kind", [["tree"], ["vine"]]],
    ["fruits | project kind | distinct *", [["tree"], ["vine"]]],
    ["fruits | summarize by kind", [["tree"], ["vine"]]],
    [
      "fruits | summarize count() by kind",
      [
        ["tree", 2],
        ["vine", 1],
      ],
    ],
    ["fruits | summarize total = sum(weight), avg(weight), min(weight), max(weight)", [[8, 4, 3, 5]]],
    [
      "fruits | summarize countif(weight > 3), dcount(kind), make_set(kind), make_list(weight)",
      [[1, 2, ["tree", "vine"], [3, 5]]],
    ],
    [
      "fruits | summarize arg_max(weight, name) by kind",
      [
        ["tree", 5, "pear"],
        ["vine", null, "melon"],
      ],
    ],
    [
      "fruits | where weight > 0 | summarize arg_min(weight, *) by kind | project kind, weight, id, name",
      [["tree", 3, "1", "Apple"]],
    ],
    ["fruits | where id == 'none' | summarize count()", [[0]]],
    ["fruits | where id == 'none' | summarize count() by kind", []],
    [
      "fruits | summarize c = count() by w = bin(weight, 4) | order by w asc",
      [
        [null, 1],
        [0, 1],
        [4, 1],
      ],
    ],
    [
      "fruits | mv-expand tag = properties.tags to typeof(string) | project id, tag",
      [
        ["1", "a"],
        ["1", "b"],
        ["3", ""],
      ],
    ],
    ["fruits | take 1 | mv-expand tag = properties.tags limit 1 | project tag", [["a"]]],
    ["fruits | union (owners | project id = fruit, name) | count", [[6]]],
    [
      "union fruits, owners | where isempty(id) | project name, fruit",
      [
        ["Ada", "1"],
        ["Bob", "1"],
        ["Eve", "9"],
      ],
    ],
  ])("%s", (query, expected) => {
    expect(values(query)).toEqual(expected);
  });

  test.each<[string, unknown[][]]>([
    ["", [["1", "Ada"]]],
    [
      "kind=inner",
      [
        ["1", "Ada"],
        ["1", "Bob"],
      ],
    ],
    [
      "kind=leftouter",
      [
        ["1", "Ada"],
        ["1", "Bob"],
        ["2", ""],
        ["3", ""],
      ],
    ],
    [
      "kind=rightouter",
      [
        ["1", "Ada"],
        ["1", "Bob"],
        ["", "Eve"],
      ],
    ],
    [
      "kind=fullouter",
      [
        ["1", "Ada"],
        ["1", "Bob"],
        ["2", ""],
        ["3", ""],
        ["", "Eve"],
      ],
    ],
  ])("join %s", (kind, expected) => {
    // innerunique keeps the first row of the left side per key; here the left keys are unique, so it is the right that shows.
    const query = `fruits | join ${kind} (owners) on $left.id == $right.fruit | project id, name1`;
    expect(values(query)).toEqual(
      kind === ""
        ? [
            ["1", "Ada"],
            ["1", "Bob"],
          ]
        : expected,
    );
  });

  test("the default join takes each key of its left side once", () => {
    const query = "owners | join (fruits) on $left.fruit == $right.id | project name";
    expect(values(query)).toEqual([["Ada"]]);
    expect(values(query.replace("join", "join kind=inner"))).toEqual([["Ada"], ["Bob"]]);
  });

  test.each([
    ["leftsemi", [["1"]]],
    ["leftanti", [["2"], ["3"]]],
  ])("join kind=%s keeps the left columns only", (kind, expected) => {
    const query = `fruits | project id | join kind=${kind} (owners | project id = fruit) on id`;
    expect(values(query)).toEqual(expected);
    expect(run(query).columns.map(({ name }) => name)).toEqual(["id"]);
  });

  test("columns that clash get a number", () => {
    const { columns } = run(
      "fruits | project id, name | join kind=inner (owners | project id = fruit, name) on id",
    );
    expect(columns.map(({ name }) => name)).toEqual(["id", "name", "id1", "name1"]);
  });
});

describe("expressions", () => {
  test.each<[string, unknown]>([
    ["'Apple' == 'apple'", false],
    ["'Apple' =~ 'apple'", true],
    ["'Apple' !~ 'apple'", false],
    ["'a' in ('a', 'b')", true],
    ["'A' in ('a', 'b')", false],
    ["'A' in~ ('a', 'b')", true],
    ["'A' !in~ ('a', 'b')", false],
    ["'one two-three' has 'TWO'", true],
    ["'one twofold' has 'two'", false],
    ["'one twofold' !has 'two'", true],
    ["'one two' has_cs 'Two'", false],
    ["'one two' has_any ('x', 'two')", true],
    ["'one two' has_all ('x', 'two')", false],
    ["'one' contains 'N'", true],
    ["'one' contains_cs 'N'", false],
    ["'one' !contains 'N'", false],
    ["'one' startswith 'ON'", true],
    ["'one' endswith 'NE'", true],
    ["'one' startswith_cs 'ON'", false],
    ["'abc1' matches regex @'[a-c]+\\d'", true],
    ["3 between (1 .. 3)", true],
    ["3 !between (1 .. 3)", false],
    ["not(1 == 2) and (1 < 2 or false)", true],
    ["7 / 2", 3],
    ["7.0 / 2", 3.5],
    ["7 % 4 - 1 + 2 * 3", 8],
    ["-weight", -3],
    ["1 / 0", null],
    ["properties.Color", "red"],
    ["properties.color", null],
    ["properties['Color']", "red"],
    ["properties.tags[1]", "b"],
    ["properties.tags[-1]", "b"],
    ["properties.tags[9]", null],
    ["properties.x.y.z", null],
    ["properties.Color =~ 'RED'", true],
    ["properties.x == 'red'", false],
    ["properties.x != 'red'", true],
    ["isnull(properties.x == properties.y)", true],
    ["tostring(properties.x)", ""],
    ["tostring(properties.tags)", '["a","b"]'],
    ["tolower('ABC')", "abc"],
    ["toupper('abc')", "ABC"],
    ["tolong('12')", 12],
    ["tolong('x')", null],
    ["todouble('1.5')", 1.5],
    ["tobool('true')", true],
    ["parse_json('{\"a\":[1,2]}').a[1]", 2],
    ["todynamic('[1]')[0]", 1],
    ["iff(weight > 1, 'y', 'n')", "y"],
    ["case(weight > 9, 'a', weight > 2, 'b', 'c')", "b"],
    ["coalesce(tostring(properties.x), tostring(properties.Color))", "red"],
    ["coalesce(properties.x, properties.Color)", "red"],
    ["isempty('')", true],
    ["isnotempty(tostring(properties.x))", false],
    ["isnotnull(properties.Color)", true],
    ["strcat('a', 1, properties.Color)", "a1red"],
    ["split('a/b/c', '/')", ["a", "b", "c"]],
    ["split('a/b/c', '/')[2]", "c"],
    ["strlen('abc')", 3],
    ["substring('hello', 1, 3)", "ell"],
    ["replace_string('a-b-c', '-', '+')", "a+b+c"],
    ["extract('(\\\\d+)', 1, 'ab12cd')", "12"],
    ["extract('x(.)', 1, 'none')", ""],
    ["indexof('hello', 'l')", 2],
    ["trim(' +', '  a ')", "a"],
    ["array_length(properties.tags)", 2],
    ["array_length(properties.x)", null],
    ["array_slice(dynamic([1,2,3,4]), 1, 2)", [2, 3]],
    ["set_has_element(properties.tags, 'b')", true],
    ["bag_pack('a', 1, 'b', properties.Color)", { a: 1, b: "red" }],
    ["dynamic({'a': [1, null, 'x']})", { a: [1, null, "x"] }],
    ["round(2.345, 2)", 2.35],
    ["max_of(1, 3, 2)", 3],
    ["min_of(4, 3, 5)", 3],
    ["todatetime(properties.at)", "2026-11-20T10:00:00.0000000Z"],
    ["todatetime('no date')", null],
    ["now() - 1d", "2026-11-23T12:00:00.0000000Z"],
    ["todatetime(properties.at) > ago(7d)", true],
    ["datetime(2026-11-20) < todatetime(properties.at)", true],
    ["datetime_diff('day', now(), datetime(2026-11-20))", 4],
    ["format_datetime(datetime(2026-01-02T03:04:05Z), 'yyyy-MM-dd HH:mm')", "2026-01-02 03:04"],
    ["now() - datetime(2026-11-22T11:00:00Z)", "2.01:00:00"],
    ["'it\\'s \\u0041'", "it's A"],
    ["@'c:\\x'", "c:\\x"],
  ])("%s", (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });

  test("a filter passes only what is true, not what is null", () => {
    expect(values("fruits | where weight > 1 | count")).toEqual([[2]]);
    expect(values("fruits | where not(weight > 1) | count")).toEqual([[0]]);
    expect(values("fruits | where properties.n == 7 | project id")).toEqual([["2"]]);
  });
});

describe("refusals say what and where", () => {
  test.each<[string, string, number, number]>([
    ["fruits | where nope == 1", "nope", 1, 15],
    ["apples | take 1", "apples", 1, 0],
    ["fruits\n| where name == 1 )", ")", 2, 18],
    ["fruits | extend x = frobnicate(1)", "frobnicate", 1, 20],
    ["fruits\n| summarize count() by properties.x", "properties.x", 2, 23],
    ["fruits | render table", "render table", 1, 9],
    ["fruits | sample 3", "sample 3", 1, 9],
    ["fruits | extend x = hash(name)", "hash(name)", 1, 20],
    ["fruits | summarize stdev(weight)", "stdev(weight)", 1, 19],
    ["print 1", "print 1", 1, 0],
    ["let x = 1; fruits | take x", "let x = 1", 1, 0],
    ["fruits | mv-expand properties limit 9999", "limit 9999", 1, 30],
  ])("%s", (query, token, line, position) => {
    const error = catchError(() => run(query));
    expect(error).toBeInstanceOf(KqlError);
    expect(error).toMatchObject({ token, line, characterPositionInLine: position });
  });

  test.each([
    ["fruits | wher x", "ParserFailure"],
    ["fruits | where (id == '1'", "ParserFailure"],
    ["fruits | where name == 'x", "ParserFailure"],
    ["fruits | where nope == 1", "InvalidQuery"],
    ["fruits | render table", "InvalidQuery"],
  ])("%s is a %s", (query, code) => {
    expect(catchError(() => run(query))).toMatchObject({ code });
  });

  test("a value that tries to leave its literal does not", () => {
    expect(values("fruits | where name == 'x\\' | union owners //' | count")).toEqual([[0]]);
  });
});

describe("a condition is asked before the columns that it does not look at", () => {
  const asked = (query: string) => runQuery(query, database, now).rows;

  test("and after those that it does, also where one has the name of an earlier column", () => {
    const weights = "fruits | extend twice = weight * 2 | extend weight = twice + 1";
    expect(asked(`${weights} | where twice == 6 | project id, weight`)).toEqual([{ id: "1", weight: 7 }]);
    expect(asked(`${weights} | where weight == 7 | project id`)).toEqual([{ id: "1" }]);
    expect(asked(`${weights} | where kind == 'tree' | project weight`)).toEqual([
      { weight: 7 },
      { weight: 11 },
    ]);
  });

  test("and after all of them, where it looks at any column", () => {
    expect(asked("fruits | extend note = 'ripe' | where * has 'ripe' | count")).toEqual([{ Count: 3 }]);
  });

  test("so what it leaves out cannot be too much for them", () => {
    const texts = `iff(kind == 'vine', '${"_".repeat(1100)}', name)`;
    const heavy = `fruits | extend text = replace_string(${texts}, '_', '${"b".repeat(1000)}')`;
    expect(() => asked(`${heavy} | project text`)).toThrow("characters");
    expect(asked(`${heavy} | where kind == 'tree' | project text`)).toEqual([
      { text: "Apple" },
      { text: "pear" },
    ]);
  });
});

describe("a table that finds its rows by type", () => {
  const stored = ["a/b", "A/B", "c/d", "e/f"].map((type, at) => ({ id: String(at), type }));
  const asked: (readonly string[])[] = [];
  const table = {
    name: "things",
    columns: [
      { name: "id", type: "string" },
      { name: "type", type: "string" },
    ] as const,
    rowsOfTypes(types: ReadonlySet<string>) {
      asked.push([...types].sort());
      return stored.filter(({ type }) => types.has(type.toLowerCase()));
    },
    get rows() {
      asked.push(["all"]);
      return stored;
    },
  };

  test.each<[string, string[], string[]]>([
    ["type == 'a/b'", ["a/b"], ["0"]],
    ["type =~ 'A/b'", ["a/b"], ["0", "1"]],
    ["id != '0' and (type =~ 'a/b' and id != '9')", ["a/b"], ["1"]],
    ["type in~ ('C/D', 'a/b')", ["a/b", "c/d"], ["0", "1", "2"]],
    ["type in ('a/b', 'C/D')", ["a/b", "c/d"], ["0"]],
    ["type =~ 'a/b' or id == '3'", ["all"], ["0", "1", "3"]],
    ["type in~ ('a/b', strcat('c', '/d'))", ["all"], ["0", "1", "2"]],
    ["type != 'a/b'", ["all"], ["1", "2", "3"]],
    ["not(type =~ 'a/b')", ["all"], ["2", "3"]],
  ])("where %s: asks for the rows of %j", (condition, types, ids) => {
    asked.length = 0;
    const { rows } = runQuery(`things | where ${condition} | project id`, [table], now);
    expect([asked, rows.map(({ id }) => id)]).toEqual([[types], ids]);
  });

  test("a column of that name that the query gives is another one", () => {
    asked.length = 0;
    const query = "things | extend type = iff(id == '3', 'a/b', '') | where type == 'a/b' | project id";
    const { rows } = runQuery(query, [table], now);
    expect([asked, rows]).toEqual([[["all"]], [{ id: "3" }]]);
  });
});

test("what a query writes over is still there for the next one", () => {
  const all = () => runQuery("fruits | project name, weight", database, now).rows;
  const before = all();
  runQuery("fruits | extend name = 'x', weight = 0 | parse kind with name 'e' weight: long", database, now);
  expect(all()).toEqual(before);
});

test("filter and count agree with plain code on random tables", () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let round = 0; round < 20; round += 1) {
    const rows = Array.from({ length: 50 }, (_, id) => ({
      id: String(id),
      g: `g${random(4)}`,
      n: random(5) === 0 ? null : random(10),
    }));
    const columns = [
      { name: "id", type: "string" },
      { name: "g", type: "string" },
      { name: "n", type: "long" },
    ] as const;
    const limit = random(10);
    const answer = runQuery(
      `t | where n >= ${limit} | summarize c = count(), s = sum(n) by g | order by g asc`,
      [{ name: "t", columns, rows }],
      now,
    );
    const kept = rows.filter(({ n }) => n !== null && n >= limit);
    const groups = [...new Set(kept.map(({ g }) => g))].sort();
    expect(answer.rows).toEqual(
      groups.map((g) => {
        const members = kept.filter((row) => row.g === g);
        return { g, c: members.length, s: members.reduce((sum, { n }) => sum + (n ?? 0), 0) };
      }),
    );
  }
});

function catchError(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}
