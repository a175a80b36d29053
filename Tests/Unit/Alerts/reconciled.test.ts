import { reconciled } from "../../../Client/Alerts/reconciled";
import { createRecentWrites } from "../../../Client/Core/recentWrites";
import type { Alert, AlertStatus } from "../../../Client/Alerts/alert";
import { FailureError } from "../../../Client/Core/failure";
import { anAlert } from "../../Support/anAlert";

const start = Date.parse("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(start + minutes * 60_000);

function recentChanges() {
  const changes = createRecentWrites<AlertStatus>();
  return {
    remember: (id: string, status: AlertStatus, now: Date) => changes.remember(id, status, now),
    reconcile: (
      alerts: readonly Alert[],
      read: (id: string) => Promise<AlertStatus | undefined>,
      now: Date,
    ) => reconciled(alerts, changes, { read, now }),
  };
}

/** The memory of changes beside an ARM that answers, and notes what it is asked for. */
function changesWith(inArm: Readonly<Record<string, AlertStatus>> = {}) {
  const changes = recentChanges();
  const asked: string[] = [];
  return {
    asked,
    remember: (name: string, status: AlertStatus, minutes = 0) =>
      changes.remember(anAlert({ name }).id, status, after(minutes)),
    /** What is shown of alerts whose rows say this. */
    async shown(rows: Readonly<Record<string, AlertStatus | undefined>>, minutes = 0) {
      const alerts = Object.entries(rows).map(([name, status]) => anAlert({ name, status }));
      const read = (id: string) => {
        const name = id.slice(id.lastIndexOf("/") + 1);
        asked.push(name);
        return Promise.resolve(inArm[name]);
      };
      const reconciled = await changes.reconcile(alerts, read, after(minutes));
      expect(reconciled.map((alert, index) => ({ ...alert, status: alerts[index]?.status }))).toEqual(alerts);
      return reconciled.map(({ status }) => status);
    },
  };
}

test("nothing changed: rows are believed and no one is asked", async () => {
  const { shown, asked } = changesWith();
  expect(await shown({ a: "Active", b: undefined })).toEqual(["Active", undefined]);
  expect(asked).toEqual([]);
});

test("only the alert that was changed is asked for, and ARM's word counts, not what was set", async () => {
  const { remember, shown, asked } = changesWith({ b: "InProgress" });
  remember("b", "Dismissed");
  expect(await shown({ a: "Active", b: "Active", c: "Resolved" })).toEqual([
    "Active",
    "InProgress",
    "Resolved",
  ]);
  expect(asked).toEqual(["b"]);
});

test("a row that shows the change needs no second reading, then or later", async () => {
  const { remember, shown, asked } = changesWith();
  remember("a", "Dismissed");
  expect(await shown({ a: "Dismissed" })).toEqual(["Dismissed"]);
  expect(await shown({ a: "Active" }, 1)).toEqual(["Active"]);
  expect(asked).toEqual([]);
});

test("letter case of the id does not count", async () => {
  const changes = recentChanges();
  const { id } = anAlert();
  changes.remember(id.toUpperCase(), "Dismissed", after(0));
  const [alert] = await changes.reconcile([anAlert()], () => Promise.resolve("Resolved"), after(1));
  expect(alert).toEqual(anAlert({ status: "Resolved" }));
});

test.each([
  [0, "Dismissed", ["a"]],
  [15, "Dismissed", ["a"]],
  [15.01, "Active", []],
])(
  "%d minutes after the change a row that does not show it counts as %s",
  async (minutes, status, expected) => {
    const { remember, shown, asked } = changesWith({ a: "Dismissed" });
    remember("a", "Dismissed");
    expect(await shown({ a: "Active" }, minutes)).toEqual([status]);
    expect(asked).toEqual(expected);
  },
);

test("it is asked at each reading until the row has caught up", async () => {
  const { remember, shown, asked } = changesWith({ a: "Resolved" });
  remember("a", "Resolved");
  for (const minutes of [0, 1, 2]) {
    expect(await shown({ a: "Active" }, minutes)).toEqual(["Resolved"]);
  }
  expect(await shown({ a: "Resolved" }, 3)).toEqual(["Resolved"]);
  expect(asked).toEqual(["a", "a", "a"]);
});

test.each<[string, () => Promise<AlertStatus | undefined>]>([
  ["cannot be asked", () => Promise.reject(new FailureError({ kind: "offline", message: "No." }))],
  ["says a status that nobody knows", () => Promise.resolve(undefined)],
])("where ARM %s, what was set stands", async (_, read) => {
  const changes = recentChanges();
  changes.remember(anAlert().id, "Dismissed", after(0));
  const shown = await changes.reconcile([anAlert(), anAlert({ name: "b" })], read, after(1));
  expect(shown).toEqual([anAlert({ status: "Dismissed" }), anAlert({ name: "b" })]);
});

test("the last of several changes counts", async () => {
  const { remember, shown } = changesWith({ a: "Resolved" });
  remember("a", "Dismissed");
  remember("a", "Resolved", 1);
  expect(await shown({ a: "Dismissed" }, 2)).toEqual(["Resolved"]);
  expect(await shown({ a: "Dismissed" }, 15.5)).toEqual(["Resolved"]);
});

test("there and back: a row from before both changes proves nothing about the one between", async () => {
  const { remember, shown } = changesWith({ a: "Active" });
  remember("a", "Dismissed");
  remember("a", "Active", 1);
  // Before Resource Graph has seen anything, after it has seen the first change, after it has seen both.
  expect(await shown({ a: "Active" }, 1.5)).toEqual(["Active"]);
  expect(await shown({ a: "Dismissed" }, 2)).toEqual(["Active"]);
  expect(await shown({ a: "Active" }, 3)).toEqual(["Active"]);
});

test("many are asked for together, and keep their order", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `alert${index}`);
  const { remember, shown, asked } = changesWith(Object.fromEntries(names.map((name) => [name, "Resolved"])));
  names.filter((_, index) => index % 3 === 0).forEach((name) => remember(name, "Resolved"));
  const statuses = await shown(Object.fromEntries(names.map((name) => [name, "Active"])));
  expect(statuses).toEqual(names.map((_, index) => (index % 3 === 0 ? "Resolved" : "Active")));
  expect(asked).toHaveLength(10);
});
