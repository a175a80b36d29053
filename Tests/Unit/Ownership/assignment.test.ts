import {
  assignmentProblems,
  dueDay,
  usualDays,
  type AssignmentChange,
  type AssignmentProblem,
} from "../../../Client/Ownership/assignment";

const now = new Date("2026-11-24T15:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);

test("due by level: 7, 30, 60 and 90 days from today in UTC", () => {
  const rule = { kind: "byLevel", days: usualDays } as const;
  const dues = (["Critical", "High", "Medium", "Low"] as const).map((level) =>
    dueDay(rule, level, now)?.toISOString().slice(0, 10),
  );
  expect(dues).toEqual(["2026-12-01", "2026-12-24", "2027-01-23", "2027-02-22"]);
});

test("due on one day: whatever the level", () => {
  expect(dueDay({ kind: "day", day: day("2026-12-05") }, "Low", now)).toEqual(day("2026-12-05"));
  expect(dueDay({ kind: "day", day: undefined }, "Low", now)).toBeUndefined();
});

test.each<[string, boolean]>([
  ["ada@contoso.com", true],
  ["ada.lovelace+aks@mail.contoso.co.uk", true],
  ["o'hara@contoso.com", true],
  ["jürgen@contoso.com", true],
  ["ada", false],
  ["ada@contoso", false],
  ["ada@@contoso.com", false],
  ["ada@contoso..com", false],
  ["ada@contoso.com, bob@contoso.com", false],
  ["ada@contoso.com;bob@contoso.com", false],
  ["Ada <ada@contoso.com>", false],
  ["@contoso.com", false],
  [" ", false],
  [`${"a".repeat(250)}@contoso.com`, false],
])("%s is an email address: %s", (text, expected) => {
  const problem = text.trim() === "" ? "ownerMissing" : "ownerMalformed";
  expect(assignmentProblems({ owner: text }, now)).toEqual(expected ? [] : [problem]);
});

test.each<[string, AssignmentChange, readonly AssignmentProblem[]]>([
  ["nothing", {}, []],
  ["an owner", { owner: " ada@contoso.com " }, []],
  ["no owner", { owner: "  " }, ["ownerMissing"]],
  ["half an owner", { owner: "ada" }, ["ownerMalformed"]],
  ["no day", { due: { kind: "day", day: undefined } }, ["dueMissing"]],
  ["today", { due: { kind: "day", day: day("2026-11-24") } }, []],
  ["yesterday", { due: { kind: "day", day: day("2026-11-23") } }, ["duePast"]],
  ["the usual days", { due: { kind: "byLevel", days: usualDays } }, []],
  ["no days at all", { due: { kind: "byLevel", days: { ...usualDays, Low: 0 } } }, []],
  ["part of a day", { due: { kind: "byLevel", days: { ...usualDays, Low: 1.5 } } }, ["daysOutOfRange"]],
  ["no number", { due: { kind: "byLevel", days: { ...usualDays, High: NaN } } }, ["daysOutOfRange"]],
  ["negative days", { due: { kind: "byLevel", days: { ...usualDays, High: -1 } } }, ["daysOutOfRange"]],
  ["eleven years", { due: { kind: "byLevel", days: { ...usualDays, High: 4015 } } }, ["daysOutOfRange"]],
  ["no ETA", { eta: "none" }, []],
  ["an ETA", { eta: { day: day("2026-12-01"), justification: "Freeze" } }, []],
  [
    "an empty ETA",
    { eta: { day: new Date(NaN), justification: " " } },
    ["etaDayMissing", "etaJustificationMissing"],
  ],
  ["an ETA that has passed", { eta: { day: day("2026-11-20"), justification: "x" } }, ["etaPast"]],
  ["no ticket", { ticket: { number: undefined, link: "" } }, []],
  ["a ticket", { ticket: { number: 123123, link: "https://snow.com" } }, []],
  ["a ticket number with a part", { ticket: { number: 1.5, link: "" } }, ["ticketNumberMalformed"]],
  [
    "a ticket number beyond 32 bits",
    { ticket: { number: 2_147_483_648, link: "" } },
    ["ticketNumberMalformed"],
  ],
  ["a ticket number that is none", { ticket: { number: NaN, link: "" } }, ["ticketNumberMalformed"]],
  ["a link without a protocol", { ticket: { number: 1, link: "snow.com/1" } }, ["ticketLinkMalformed"]],
  ["a link that runs", { ticket: { number: 1, link: "javascript:alert(1)" } }, ["ticketLinkMalformed"]],
  [
    "several, in the order of the form",
    { owner: "x", due: { kind: "day", day: undefined }, ticket: { number: -1, link: "x" } },
    ["ownerMalformed", "dueMissing", "ticketNumberMalformed", "ticketLinkMalformed"],
  ],
])("wrong with %s", (_, change, problems) => {
  expect(assignmentProblems(change, now)).toEqual(problems);
});
