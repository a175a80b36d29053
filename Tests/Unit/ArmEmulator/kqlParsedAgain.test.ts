import { literalsOf } from "../../../Extension/ArmEmulator/Kql/queryLiterals";
import { parseAfresh, parseQuery } from "../../../Extension/ArmEmulator/Kql/syntax";
import type { Syntax } from "../../../Extension/ArmEmulator/Kql/syntaxTree";
import { runQuery } from "../../../Extension/ArmEmulator/Kql/runQuery";
import { graphTables } from "../../../Extension/ArmEmulator/ResourceGraph/graphTables";
import { resourceGraphQueries, scopeNamed } from "../../Support/resourceGraphQueries";
import { now, worldOf } from "./worlds";

/** A query that differs in its ids from one that was asked before isn't parsed again: the tree must be the parser's all the same. */
const database = graphTables(worldOf(1), { mayRead: () => () => true });
const queries = Object.values(resourceGraphQueries).flatMap((file) => Object.entries(file));
const texts = ["a", "a much longer text\\ than the first one", '/subscriptions/b/with"quote // no'];

/** Numbers and dates are objects of the parser's own, which are never equal. */
const plain = ({ literal, children, ...node }: Syntax): object => ({
  ...node,
  literal: typeof literal === "object" ? JSON.stringify(literal) : literal,
  children: children.map(plain),
});

test.each(queries)("%s is the same tree as the parser's, whatever is asked for", (_, queryFor) => {
  for (const text of texts) {
    const query = queryFor(scopeNamed(text.replace(/\W/g, "") || "x"), text);
    expect(plain(parseQuery(query, database))).toEqual(plain(parseAfresh(query, database)));
  }
});

/** What the binder found out of the last step of a query: the very list, where the tree was taken over. */
const lastColumns = (node: Syntax): Syntax["columns"] =>
  node.columns.length > 0
    ? node.columns
    : (node.children.map(lastColumns).find(({ length }) => length > 0) ?? []);

test("a question about another cluster is not parsed again, one of another kind is", () => {
  const { listComponentsQuery = () => "" } =
    resourceGraphQueries["Vulnerabilities/vulnerabilities.query.ts"] ?? {};
  const columnsOf = (query: string) => lastColumns(parseQuery(query, database));
  const first = columnsOf(listComponentsQuery(scopeNamed("one"), ""));
  const other = listComponentsQuery(scopeNamed("another"), "");
  expect(columnsOf(other)).toBe(first);
  expect(columnsOf(`${other} | where true`)).not.toBe(first);
});

test.each([
  ["extend", "securityresources | extend a = 'x', b = \"y\" | where a == 'x'"],
  ["a list", "securityresources | where name in~ ('x', 'y') and type !in ('x')"],
  ["a comment with a quote", "securityresources // it's 'x'\n| where name == 'x'"],
  ["a column in brackets", "securityresources | where ['name'] =~ 'x' | project ['name']"],
  ["a pattern", "securityresources | parse name with 'x' rest | where name has 'x'"],
  [
    "an argument",
    "securityresources | extend d = datetime_diff('day', now(), now()) | where name contains 'x'",
  ],
  ["JSON", "securityresources | extend d = dynamic({'a': 'x'}) | where name startswith 'x'"],
  ["verbatim", "securityresources | where name == @'x' or name != 'x'"],
])("%s: the same tree, and the same rows", (_, query) => {
  parseQuery(query, database);
  const other = query.replaceAll("'x'", "'sensor-and-more'").replaceAll("'day'", "'hour'");
  expect(plain(parseQuery(other, database))).toEqual(plain(parseAfresh(other, database)));
  expect(runQuery(`${other} | count`, database, now).rows).toHaveLength(1);
});

test("what is wrong in the second query is said of the second one", () => {
  parseQuery("securityresources | where name == 'x'", database);
  expect(() => parseQuery("securityresources | where nam == 'another'", database)).toThrow(/nam/);
});

test("other escapes, comments, and texts of another grammar are no plain texts", () => {
  const found = (query: string) => literalsOf(query).map(({ start, end }) => query.slice(start, end));
  expect(
    found(`a == 'b' and c == "d" // 'e'\n and f == 'g\\th' and m == 'n\\'o' and i == @'j' and k == h'l'`),
  ).toEqual(["'b'", '"d"', "'n\\'o'"]);
  expect(found("a == '// b' and c == ''")).toEqual(["'// b'", "''"]);
  expect(found("a == ```'b'```")).toEqual([]);
});
