import type { UnderlyingAssessment, CurrentAssignment } from "../../../Client/Ownership/underlyingAssessment";
import { createRecentAssignments } from "../../../Client/Ownership/recentAssignments";

const start = new Date("2026-11-24T12:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const ada: CurrentAssignment = { owner: "Ada@contoso.com", due: new Date("2026-12-24T00:00:00Z") };
const bob: CurrentAssignment = { owner: "bob@contoso.com", due: undefined };

const assessment: UnderlyingAssessment = {
  id: "/A/Assessments/K",
  title: "k",
  level: "High",
  resourceId: "/a",
  recommendation: "k",
  isVulnerability: false,
  current: bob,
};
const id = "/a/assessments/k";

test("a change is remembered until Resource Graph shows it", () => {
  const recent = createRecentAssignments();
  recent.remember({ assessment, now: ada }, start);
  recent.forgetShown(new Map([[id, bob]]), minutes(1));
  expect(recent.changes()).toEqual([{ assessment, now: ada }]);
  recent.forgetShown(
    new Map([[id, { owner: "ada@CONTOSO.com", due: new Date("2026-12-24T13:00:00Z") }]]),
    minutes(2),
  );
  expect(recent.changes()).toEqual([]);
});

test("the same owner with another day is not yet the change", () => {
  const recent = createRecentAssignments();
  recent.remember({ assessment, now: ada }, start);
  recent.forgetShown(new Map([[id, { ...ada, due: undefined }]]), minutes(1));
  expect(recent.changes()).toHaveLength(1);
});

test("a removal is shown when there is nothing any more", () => {
  const recent = createRecentAssignments();
  recent.remember({ assessment, now: undefined }, start);
  recent.forgetShown(new Map([[id, bob]]), minutes(1));
  expect(recent.changes()).toHaveLength(1);
  recent.forgetShown(new Map(), minutes(2));
  expect(recent.changes()).toEqual([]);
});

test("of two changes the last stands, from what was before both, and only time ends it", () => {
  const recent = createRecentAssignments();
  recent.remember({ assessment, now: ada }, start);
  recent.remember({ assessment: { ...assessment, current: ada }, now: bob }, minutes(1));
  expect(recent.changes()).toEqual([{ assessment, now: bob }]);
  // What Resource Graph shows may be from before both.
  recent.forgetShown(new Map([[id, bob]]), minutes(2));
  expect(recent.changes()).toHaveLength(1);
  recent.forgetShown(new Map([[id, bob]]), minutes(17));
  expect(recent.changes()).toEqual([]);
});

test("after a quarter of an hour Resource Graph is believed", () => {
  const recent = createRecentAssignments();
  recent.remember({ assessment, now: ada }, start);
  recent.forgetShown(new Map([[id, bob]]), minutes(15));
  expect(recent.changes()).toHaveLength(1);
  recent.forgetShown(new Map([[id, bob]]), minutes(16));
  expect(recent.changes()).toEqual([]);
});
