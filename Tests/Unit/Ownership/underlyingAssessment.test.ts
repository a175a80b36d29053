import {
  changesByFinding,
  ownershipAfter,
  type UnderlyingAssessment,
  type FindingKey,
  type CurrentAssignment,
  type OwnershipChange,
} from "../../../Client/Ownership/underlyingAssessment";
import { underlyingAny } from "../../Support/ownedWorld";
import { ownershipOf, type Ownership } from "../../../Client/Core/ownership";

const today = new Date("2026-11-24T12:00:00Z");
const soon = new Date("2026-12-01T00:00:00Z");
const later = new Date("2026-12-24T00:00:00Z");
const past = new Date("2026-11-01T00:00:00Z");
const ada: CurrentAssignment = { owner: "ada@contoso.com", due: later };
const bob: CurrentAssignment = { owner: "bob@contoso.com", due: soon };

function assessment(id: string, over: Partial<UnderlyingAssessment> = {}): UnderlyingAssessment {
  return {
    id: `/Resources/Cart/assessments/${id}`,
    title: id,
    level: "High",
    resourceId: "/resources/cart",
    recommendation: "softwareupdate",
    isVulnerability: true,
    current: undefined,
    ...over,
  };
}

const cart: FindingKey = { kind: "resource", id: "/resources/CART" };
const category: FindingKey = { kind: "recommendation", id: "SoftwareUpdate" };

test("a component stands for its vulnerabilities, a category for all of its kind, a misconfiguration for itself", () => {
  const own = assessment("a");
  const other = assessment("b", { resourceId: "/resources/basket" });
  const setting = assessment("c", { isVulnerability: false, recommendation: "c" });
  const all = [own, other, setting];
  expect(underlyingAny([cart], all)).toEqual([own]);
  expect(underlyingAny([category], all)).toEqual([own, other]);
  expect(underlyingAny([{ kind: "assessment", id: setting.id.toUpperCase() }], all)).toEqual([setting]);
  expect(underlyingAny([cart, category], all)).toEqual([own, other]);
  expect(underlyingAny([{ kind: "resource", id: "/resources/car" }], all)).toEqual([]);
});

test("what fails in an initiative is behind the findings of that initiative, and behind others only where it fails too", () => {
  const key = { kind: "recommendation", id: "SoftwareUpdate" } as const;
  const inNist = { ...key, initiative: "nist" };
  const onlyNist = assessment("a", { fails: { byItself: false, initiatives: ["nist"] } });
  const onlyItself = assessment("b", { fails: { byItself: true, initiatives: [] } });
  const both = assessment("c", { fails: { byItself: true, initiatives: ["iso", "nist"] } });
  const all = [onlyNist, onlyItself, both];
  expect(underlyingAny([inNist], all)).toEqual([onlyNist, both]);
  expect(underlyingAny([{ ...key, initiative: "pci" }], all)).toEqual([]);
  expect(underlyingAny([key], all)).toEqual([onlyItself, both]);
  expect(underlyingAny([cart], all)).toEqual([onlyItself, both]);
  const changes = changesByFinding([{ assessment: onlyNist, now: ada }]);
  const read = ownershipOf({ owners: [], due: undefined, failing: 1, assigned: 0 }, today);
  expect(ownershipAfter(read, inNist, changes, today).owners).toEqual(["ada@contoso.com"]);
  expect(ownershipAfter(read, key, changes, today)).toBe(read);
});

const readAs = (over: Partial<Ownership>): Ownership =>
  ownershipOf({ owners: [], due: undefined, failing: 2, assigned: 0, ...over }, today);

const after = (read: Ownership, key: FindingKey, ...changes: readonly OwnershipChange[]) =>
  ownershipAfter(read, key, changesByFinding(changes), today);

const [a, b] = [assessment("a"), assessment("b")];

test("without a change of its own a finding stays the very same", () => {
  const read = readAs({});
  const elsewhere = assessment("x", { resourceId: "/resources/basket" });
  expect(after(read, cart, { assessment: elsewhere, now: ada })).toBe(read);
});

test("changes of everything behind a finding are exact", () => {
  const read = readAs({ owners: ["old@contoso.com"], due: past, assigned: 2 });
  const assigned = { owner: "old@contoso.com", due: past };
  expect(
    after(
      read,
      cart,
      { assessment: { ...a, current: assigned }, now: ada },
      { assessment: { ...b, current: assigned }, now: bob },
    ),
  ).toEqual({
    owners: ["ada@contoso.com", "bob@contoso.com"],
    due: soon,
    failing: 2,
    assigned: 2,
    status: "OnTime",
  });
});

test("a part that gets an owner leaves the rest unassigned", () => {
  expect(after(readAs({}), cart, { assessment: a, now: ada })).toMatchObject({
    owners: ["ada@contoso.com"],
    assigned: 1,
    status: "Unassigned",
  });
});

test("the last part that gets an owner completes it; the earlier due date stands", () => {
  const read = readAs({ owners: ["bob@contoso.com"], due: soon, assigned: 1 });
  expect(after(read, cart, { assessment: a, now: ada })).toEqual({
    owners: ["bob@contoso.com", "ada@contoso.com"],
    due: soon,
    failing: 2,
    assigned: 2,
    status: "OnTime",
  });
});

test("given to someone else, it is not counted twice", () => {
  const read = readAs({ failing: 3, owners: ["bob@contoso.com"], due: soon, assigned: 1 });
  expect(after(read, cart, { assessment: { ...a, current: bob }, now: ada }).assigned).toBe(1);
});

test("taken from its only owner, it is no one's and not due", () => {
  const read = readAs({ owners: ["bob@contoso.com"], due: past, assigned: 1 });
  expect(after(read, cart, { assessment: { ...a, current: { ...bob, due: past } }, now: undefined })).toEqual(
    {
      owners: [],
      due: undefined,
      failing: 2,
      assigned: 0,
      status: "Unassigned",
    },
  );
});

test("what does not fail any more is not touched", () => {
  const read: Ownership = { ...readAs({}), status: "Completed" };
  expect(after(read, cart, { assessment: a, now: ada })).toBe(read);
});
