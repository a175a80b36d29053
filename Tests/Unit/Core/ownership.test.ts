import {
  ownershipFromRow,
  ownershipOf,
  ownerStatuses,
  type OwnerStatus,
} from "../../../Client/Core/ownership";
import type { JsonRecord } from "../../../Client/Core/json";

const noon = new Date("2026-11-24T12:00:00Z");
const ada = ["ada@contoso.com"];

test("what needs the most attention comes first", () => {
  expect(ownerStatuses).toEqual(["Overdue", "Unassigned", "NoDueDate", "OnTime", "Exempted", "Completed"]);
});

test.each<[string, readonly string[], string | undefined, boolean, OwnerStatus]>([
  ["nobody", [], undefined, false, "Unassigned"],
  ["nobody, although every assessment is said to be assigned", [], undefined, true, "Unassigned"],
  ["an owner without a due date", ada, undefined, true, "NoDueDate"],
  ["an owner, due later", ada, "2026-12-01T00:00:00Z", true, "OnTime"],
  ["an owner, due today", ada, "2026-11-24T00:00:00Z", true, "OnTime"],
  ["an owner, due yesterday", ada, "2026-11-23T00:00:00Z", true, "Overdue"],
  ["an owner of only some of it", ada, "2026-12-01T00:00:00Z", false, "Unassigned"],
  ["an owner of only some of it, without a due date", ada, undefined, false, "Unassigned"],
  ["an owner of only some of it, and that is overdue", ada, "2026-11-23T00:00:00Z", false, "Overdue"],
])("%s", (_, owners, day, all, status) => {
  const due = day === undefined ? undefined : new Date(day);
  const assigned = { owners, due, failing: 2, assigned: all ? 2 : 1 };
  expect(ownershipOf(assigned, noon)).toEqual({ ...assigned, status });
});

/** The due day is the UTC day of its instant, whatever clock the engineer looks at. */
test.each<[string, string, OwnerStatus]>([
  // The last and the first millisecond of a day in UTC.
  ["2026-11-24T00:00:00.000Z", "2026-11-24T23:59:59.999Z", "OnTime"],
  ["2026-11-24T23:59:59.999Z", "2026-11-24T00:00:00.000Z", "OnTime"],
  ["2026-11-24T23:59:59.999Z", "2026-11-25T00:00:00.000Z", "Overdue"],
  ["2026-11-24T00:00:00.000Z", "2026-11-25T00:00:00.000Z", "Overdue"],
  // The same instants on a clock in Honolulu, still on the day before, and in Auckland, already on the next.
  ["2026-11-24T00:00:00Z", "2026-11-24T13:59:59-10:00", "OnTime"],
  ["2026-11-24T00:00:00Z", "2026-11-24T14:00:00-10:00", "Overdue"],
  ["2026-11-24T00:00:00Z", "2026-11-25T12:59:59+13:00", "OnTime"],
  ["2026-11-24T00:00:00Z", "2026-11-25T13:00:00+13:00", "Overdue"],
  ["2026-11-24T23:30:00-01:00", "2026-11-25T12:00:00Z", "OnTime"],
  ["2026-11-24T00:30:00+01:00", "2026-11-24T12:00:00Z", "Overdue"],
  // A day without a time is that day in UTC; years and leap days make no difference.
  ["2026-11-24", "2026-11-24T23:59:59Z", "OnTime"],
  ["2026-12-31", "2027-01-01T00:00:00Z", "Overdue"],
  ["2028-02-29T00:00:00Z", "2028-02-29T23:59:59Z", "OnTime"],
  ["1969-12-31T12:00:00Z", "1969-12-31T23:59:59Z", "OnTime"],
  ["1969-12-31T12:00:00Z", "1970-01-01T00:00:00Z", "Overdue"],
])("due %s is at %s %s", (due, now, status) => {
  expect(
    ownershipOf({ owners: ada, due: new Date(due), failing: 1, assigned: 1 }, new Date(now)).status,
  ).toBe(status);
});

const row = { owners: ada, due: "2026-12-01T00:00:00Z", failing: 2, assigned: 2 };

test.each<[string, JsonRecord, JsonRecord]>([
  ["a list of owners", {}, { owners: ada, due: new Date("2026-12-01T00:00:00Z"), status: "OnTime" }],
  ["one owner as text", { owners: "ada@contoso.com" }, { owners: ada, status: "OnTime" }],
  [
    "a list as JSON text",
    { owners: '["ada@contoso.com", "grace@contoso.com"]' },
    { owners: ["ada@contoso.com", "grace@contoso.com"] },
  ],
  ["no owner", { owners: "", assigned: 0 }, { owners: [], status: "Unassigned" }],
  ["an empty list", { owners: [], assigned: 0 }, { owners: [], status: "Unassigned" }],
  ["blanks in the list", { owners: ["", null, "ada@contoso.com"] }, { owners: ada }],
  ["owners that are an object", { owners: { a: 1 } }, { owners: [], status: "Unassigned" }],
  ["half a list stays what it is", { owners: '["ada@' }, { owners: ['["ada@'] }],
  ["one of two is assigned", { assigned: 1 }, { owners: ada, status: "Unassigned" }],
  ["numbers as texts", { assigned: "2", failing: "2" }, { status: "OnTime" }],
  ["compared as numbers, not as texts", { assigned: "10", failing: "9" }, { status: "OnTime" }],
  ["how many are assigned is not known", { assigned: undefined }, { owners: ada, status: "Unassigned" }],
  ["exempted", { resolved: "Exempted", failing: 0 }, { status: "Exempted" }],
  ["completed, though it was late", { resolved: "Completed", due: "2026-11-01" }, { status: "Completed" }],
  ["settled in a way that is none", { resolved: "OnTime", due: "2026-11-01" }, { status: "Overdue" }],
  ["no due date", { due: null }, { due: undefined, status: "NoDueDate" }],
  ["an unreadable due date", { due: "soon" }, { due: undefined, status: "NoDueDate" }],
])("a row: %s", (_, change, expected) => {
  expect(ownershipFromRow({ ...row, ...change }, noon)).toMatchObject(expected);
});
