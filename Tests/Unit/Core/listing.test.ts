import { joinPages, type FindingsPage } from "../../../Client/Core/listing";

interface Row {
  readonly id: string;
  readonly text: string;
}

const next = { skipToken: "t", followed: [] };
const page = (
  total: number,
  ids: readonly string[],
  over: Partial<FindingsPage<Row>> = {},
): FindingsPage<Row> => ({
  items: ids.map((id) => ({ id, text: `${id} of ${over.next ? "the first" : "the last"}` })),
  resolved: [],
  gaps: [],
  total,
  evaluated: undefined,
  counts: new Map(),
  levels: undefined,
  next: undefined,
  asOf: new Date(0),
  ...over,
});
const idsOf = ({ items }: { readonly items: readonly Row[] }) => items.map(({ id }) => id);

test("a row that moved to the next page meanwhile is listed once, as it was read last, whatever its letter case", () => {
  const joined = joinPages(page(3, ["/a", "/b"], { next }), [page(3, ["/B", "/c"])]);
  expect(idsOf(joined)).toEqual(["/a", "/B", "/c"]);
  expect(joined.items[1]?.text).toBe("/B of the last");
  expect(joined.unseen).toBeUndefined();
});

test("a row that moved to a page that was read already is missed, and that is known", () => {
  const joined = joinPages(page(4, ["/a", "/b"], { next }), [page(3, ["/d"])]);
  expect(joined).toMatchObject({ unseen: 1, complete: true, total: 4 });
});

test("nothing is missed while pages are on their way, nor in an answer of one page, nor for rows that couldn't be read", () => {
  const gap = { kind: "unexpected", message: "Row." } as const;
  expect(joinPages(page(4, ["/a", "/b"], { next }), []).unseen).toBeUndefined();
  expect(joinPages(page(4, ["/a", "/b"]), []).unseen).toBeUndefined();
  expect(
    joinPages(page(4, ["/a", "/b"], { next }), [page(4, ["/c"], { gaps: [gap] })]).unseen,
  ).toBeUndefined();
});
