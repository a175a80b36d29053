import {
  assignmentFromWire,
  storedAssignmentFromWire,
  withChange,
} from "../../../Client/Ownership/assignmentFromWire";
import type { AssignmentChange } from "../../../Client/Ownership/assignment";
import type { JsonRecord } from "../../../Client/Core/json";

const now = new Date("2026-11-24T15:00:00Z");
const stored = {
  owner: "user@contoso.com",
  remediationDueDate: "2026-12-07T13:00:00.0000000Z",
  remediationEta: { eta: "2026-12-08T13:00:00.0000000Z", justification: "Justification of ETA" },
  isGracePeriod: true,
  governanceEmailNotification: {
    disableManagerEmailNotification: true,
    disableOwnerEmailNotification: false,
  },
  additionalData: { ticketNumber: 123123, ticketLink: "https://snow.com", ticketStatus: "Active" },
  somethingNew: { kept: [1, 2] },
};

test("everything of an assignment is read", () => {
  expect(assignmentFromWire(stored)).toEqual({
    owner: "user@contoso.com",
    due: new Date("2026-12-07T13:00:00Z"),
    isGracePeriod: true,
    eta: { day: new Date("2026-12-08T13:00:00Z"), justification: "Justification of ETA" },
    notifiesOwner: true,
    notifiesManager: false,
    ticket: { number: 123123, link: "https://snow.com" },
  });
});

test("what is not said is what the service does without it", () => {
  expect(assignmentFromWire({})).toEqual({
    owner: "",
    due: undefined,
    isGracePeriod: false,
    eta: undefined,
    notifiesOwner: true,
    notifiesManager: true,
    ticket: { number: undefined, link: "" },
  });
});

test("one without a name cannot be written to", () => {
  expect(storedAssignmentFromWire({ properties: stored })).toBeUndefined();
  expect(storedAssignmentFromWire({ name: "n", properties: stored })).toEqual({
    name: "n",
    properties: stored,
  });
});

const sent = (properties: JsonRecord, change: AssignmentChange): unknown =>
  JSON.parse(JSON.stringify(withChange(properties, change, "Critical", now)));

test("nothing changed: everything is sent back as it was read", () => {
  expect(sent(stored, {})).toEqual(stored);
});

test.each<[string, AssignmentChange, JsonRecord]>([
  ["the owner", { owner: " ada@contoso.com " }, { owner: "ada@contoso.com" }],
  [
    "the day",
    { due: { kind: "day", day: new Date("2027-01-02T00:00:00Z") } },
    { remediationDueDate: "2027-01-02T00:00:00.000Z" },
  ],
  [
    "days by level",
    { due: { kind: "byLevel", days: { Critical: 7, High: 1, Medium: 1, Low: 1 } } },
    { remediationDueDate: "2026-12-01T00:00:00.000Z" },
  ],
  ["the grace period", { isGracePeriod: false }, { isGracePeriod: false }],
  ["no ETA", { eta: "none" }, { remediationEta: undefined }],
  [
    "another ETA",
    { eta: { day: new Date("2027-01-02T00:00:00Z"), justification: " Freeze " } },
    { remediationEta: { eta: "2027-01-02T00:00:00.000Z", justification: "Freeze" } },
  ],
  [
    "one notification",
    { notifiesOwner: false },
    {
      governanceEmailNotification: {
        disableManagerEmailNotification: true,
        disableOwnerEmailNotification: true,
      },
    },
  ],
  [
    "the ticket, its status kept",
    { ticket: { number: 7, link: "" } },
    { additionalData: { ticketNumber: 7, ticketStatus: "Active" } },
  ],
])("only %s changes", (_, change, expected) => {
  expect(sent(stored, change)).toEqual(JSON.parse(JSON.stringify({ ...stored, ...expected })));
});

test("a new assignment has what was entered and nothing else", () => {
  const change: AssignmentChange = {
    owner: "ada@contoso.com",
    due: { kind: "day", day: new Date("2027-01-02T00:00:00Z") },
    isGracePeriod: false,
    eta: "none",
    notifiesOwner: true,
    notifiesManager: false,
    ticket: { number: undefined, link: "" },
  };
  expect(sent({}, change)).toEqual({
    owner: "ada@contoso.com",
    remediationDueDate: "2027-01-02T00:00:00.000Z",
    isGracePeriod: false,
    governanceEmailNotification: {
      disableOwnerEmailNotification: false,
      disableManagerEmailNotification: true,
    },
    additionalData: {},
  });
});
