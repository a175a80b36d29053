import { checkedPage } from "../../../Client/Azure/ResourceGraph/checkedPage";
import type { ResourceGraphPage } from "../../../Client/Azure/ResourceGraph/runResourceGraph";
import { FailureError } from "../../../Client/Core/failure";
import type { JsonRecord } from "../../../Client/Core/json";
import type { PageCursor } from "../../../Client/Core/listing";
import type { MapResult } from "../../../Client/Core/mapResult";

const next: PageCursor = { skipToken: "2", followed: [] };

function rowsOf(...levels: readonly string[]): readonly JsonRecord[] {
  return levels.map((level, index) => ({ id: `row ${index}`, level }));
}

function aPage(rows: readonly JsonRecord[], over: Partial<ResourceGraphPage> = {}): ResourceGraphPage {
  return { rows, invalidRows: 0, total: rows.length, counts: new Map(), next: undefined, ...over };
}

const counted = (counts: Readonly<Record<string, number>>): ResourceGraphPage["counts"] =>
  new Map([["level", new Map(Object.entries(counts))]]);

/** Rows without a level cannot be read. */
function read(row: JsonRecord): MapResult<string> {
  return row.level === ""
    ? { rowError: { kind: "unexpected", message: String(row.id) } }
    : { item: String(row.id) };
}

test("what passed is counted and not listed", () => {
  const rows = rowsOf("Critical", "Low", "Passed", "Passed", "Passed");
  const page = aPage(rows, { counts: counted({ Critical: 1, Low: 1, Passed: 3 }) });
  expect(checkedPage(page, undefined, read)).toMatchObject({
    items: ["row 0", "row 1"],
    gaps: [],
    total: 2,
    evaluated: 5,
    levels: { Critical: 1, Low: 1 },
    next: undefined,
  });
});

test("the latest verdict of all rows is told, those that passed included", () => {
  const rows = ["2026-11-24T10:00:00Z", "2026-11-24T12:00:00Z", undefined, "0001-01-01T00:00:00Z", null].map(
    (judged, index) => ({ id: `row ${index}`, level: "Passed", judged }),
  );
  expect(checkedPage(aPage(rows), undefined, read)).toMatchObject({
    lastJudged: new Date("2026-11-24T12:00:00Z"),
  });
  expect(checkedPage(aPage(rowsOf("Low")), undefined, read).lastJudged).toBeUndefined();
});

test("nothing was checked", () => {
  const page = aPage([], { counts: counted({}) });
  expect(checkedPage(page, undefined, read)).toMatchObject({ items: [], total: 0, evaluated: 0, levels: {} });
});

test("everything passed", () => {
  const page = aPage(rowsOf("Passed", "Passed"), { counts: counted({ Passed: 2 }) });
  expect(checkedPage(page, undefined, read)).toMatchObject({ items: [], total: 0, evaluated: 2, levels: {} });
});

test("a row that cannot be read is a gap, counts as a finding, and has no level", () => {
  const page = aPage(rowsOf("High", ""), { invalidRows: 1, total: 3, counts: counted({ High: 1, "": 1 }) });
  const checked = checkedPage(page, undefined, read);
  expect(checked).toMatchObject({ items: ["row 0"], total: 3, evaluated: 3, levels: { High: 1 } });
  expect(checked.gaps).toHaveLength(2);
});

test("the first page speaks for all: its numbers are the server's", () => {
  const page = aPage(rowsOf("High", "High"), {
    total: 2500,
    counts: counted({ High: 1200, Low: 300, Passed: 1000 }),
    next,
  });
  expect(checkedPage(page, undefined, read)).toMatchObject({
    total: 1500,
    evaluated: 2500,
    levels: { High: 1200, Low: 300 },
    next,
  });
});

test.each<[string, PageCursor | undefined]>([
  ["the first page", undefined],
  ["a later page", { skipToken: "1", followed: [] }],
])("%s that comes to what passed is the last", (_, cursor) => {
  const page = aPage(rowsOf("Low", "Passed"), {
    total: 2500,
    counts: counted({ Low: 1, Passed: 2499 }),
    next,
  });
  expect(checkedPage(page, cursor, read)).toMatchObject({ items: ["row 0"], next: undefined });
});

test("a later page has no counts of its own and goes on", () => {
  const page = aPage(rowsOf("Low", "Low"), { total: 2500, next });
  const checked = checkedPage(page, { skipToken: "1", followed: [] }, read);
  expect(checked).toMatchObject({ items: ["row 0", "row 1"], levels: undefined, next });
});

test("without counts and with further pages no one knows how many there are: that is a failure", () => {
  const page = aPage(rowsOf("High"), { total: 2500, next });
  expect(() => checkedPage(page, undefined, read)).toThrow(FailureError);
  expect(() => checkedPage(page, undefined, read)).toThrow(/facets/);
});

test("without counts and without further pages the rows are counted", () => {
  const page = aPage(rowsOf("High", "Passed", "Passed"));
  expect(checkedPage(page, undefined, read)).toMatchObject({
    items: ["row 0"],
    total: 1,
    evaluated: 3,
    levels: undefined,
  });
});
