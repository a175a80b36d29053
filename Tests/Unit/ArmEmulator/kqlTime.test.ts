import { runQuery } from "../../../Extension/ArmEmulator/Kql/runQuery";
import type { KqlDatabase } from "../../../Extension/ArmEmulator/Kql/table";

const now = new Date("2026-11-24T12:00:00Z");
const word = "a".repeat(23);
const words = "b ".repeat(200_000);
const list = Array.from({ length: 50_000 }, (_, at) => `no${at}`);
const database: KqlDatabase = [
  {
    name: "rows",
    columns: [
      { name: "name", type: "string" },
      { name: "words", type: "string" },
      { name: "list", type: "dynamic" },
    ],
    rows: Array.from({ length: 20_000 }, () => ({ name: `${word}!`, words, list })),
  },
];

test.each([
  ["many regular expressions that each take a little", "rows | where name matches regex '(a+)+$'"],
  ["each of a list in a long text", "rows | where words has_any (list)"],
  ["the same in every letter case", "rows | where words in~ (list)"],
])("%s: a query that takes too long is stopped, and the next one is answered", (_, query) => {
  expect(() => runQuery(query, database, now, 200)).toThrow(/takes too long/);
  expect(runQuery("rows | take 1 | project name", database, now).rows).toEqual([{ name: `${word}!` }]);
});

test("translate goes through its text once", () => {
  const [from, text] = ["x".repeat(20_000), "y".repeat(35_000)];
  const query = `rows | take 1 | project found = translate('${from}', 'z', '${text}') == '${text}'`;
  expect(runQuery(query, database, now, 2_000).rows).toEqual([{ found: true }]);
});
