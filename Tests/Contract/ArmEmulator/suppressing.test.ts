import { alertProperties, isOpen } from "../../../Extension/ArmEmulator/World/Security/Alerts/alertStatus";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { alertWith, change, createClock, inArm, inGraph } from "./alertCalls";
import { start } from "./plainHttp";
import { rule, ruleCall } from "./ruleCalls";

/** What saving a rule does to the alerts of the subscription. */
const statuses = ({ world }: ArmEmulator) =>
  new Map(world.alerts.map((alert) => [alert.id, alertProperties(alert).status]));

/** Ids of the alerts whose status something changed, with the status that they have now. */
async function changedBy(emulator: ArmEmulator, act: () => Promise<unknown>) {
  const before = statuses(emulator);
  await act();
  return [...statuses(emulator)].filter(([id, status]) => before.get(id) !== status);
}

const idsOf = ({ world }: ArmEmulator, matches: (properties: Readonly<Record<string, unknown>>) => boolean) =>
  world.alerts.filter(({ properties }) => isOpen(properties) && matches(properties)).map(({ id }) => id);

test("it dismisses the open alerts of its type, wherever in the subscription, and no other", async () => {
  const emulator = await start();
  const { alertType } = alertWith(emulator, "Active").properties;
  const expected = idsOf(emulator, (properties) => properties.alertType === alertType);
  const changed = await changedBy(emulator, () =>
    ruleCall(emulator, "PUT", "all", { ...rule, alertType: String(alertType).toLowerCase() }),
  );
  expect(changed).toEqual(expected.map((id) => [id, "Dismissed"]));
});

test("with a scope it dismisses only what names the cluster among its entities", async () => {
  const emulator = await start();
  const expected = idsOf(emulator, ({ entities }) =>
    JSON.stringify(entities).includes(`"${emulator.clusterId}"`),
  );
  expect(expected.length).toBeGreaterThan(10);
  const changed = await changedBy(emulator, () =>
    ruleCall(emulator, "PUT", "cluster", {
      ...rule,
      suppressionAlertsScope: {
        allOf: [
          { field: "Entities.AzureResource.ResourceId", in: ["/nothing", emulator.clusterId.toUpperCase()] },
        ],
      },
    }),
  );
  expect(changed.map(([id]) => id)).toEqual(expected);
});

test("ARM shows it at once, Resource Graph later, with the time of the rule", async () => {
  const clock = createClock();
  const emulator = await start({ now: clock.now });
  const alert = alertWith(emulator, "Active");
  const before = await inGraph(emulator, alert);
  clock.forward(60);
  await ruleCall(emulator, "PUT", "all", rule);
  const after = { status: "Dismissed", processed: clock.iso() };
  expect(await inArm(emulator, alert)).toEqual(after);
  expect(await inGraph(emulator, alert)).toEqual(before);
  clock.forward(4);
  expect(await inGraph(emulator, alert)).toEqual(after);
});

test("alerts that were resolved or dismissed stay as they are; those in progress do not", async () => {
  const clock = createClock();
  const emulator = await start({ now: clock.now });
  const [resolved, dismissed, taken] = ["Resolved", "Dismissed", "InProgress"].map((status) =>
    alertWith(emulator, status),
  );
  await ruleCall(emulator, "PUT", "all", rule);
  expect([resolved, dismissed, taken].map((alert) => alert && alertProperties(alert).status)).toEqual([
    "Resolved",
    "Dismissed",
    "Dismissed",
  ]);
  expect(dismissed?.state.changes).toEqual([]);
});

test.each([
  ["that is disabled", { state: "Disabled" }],
  ["that has expired", { expirationDateUtc: "2026-11-24T11:59:59Z" }],
  ["that expires now", { expirationDateUtc: "2026-11-24T12:00:00Z" }],
  ["that cannot be read", { reason: "Because" }],
])("a rule %s dismisses nothing", async (_, difference) => {
  const emulator = await start({ now: createClock().now });
  const save = () => ruleCall(emulator, "PUT", "all", { ...rule, ...difference });
  expect(await changedBy(emulator, save)).toEqual([]);
});

test("one that is disabled later, or deleted, gives nothing back", async () => {
  const emulator = await start();
  await ruleCall(emulator, "PUT", "all", rule);
  const changed = await changedBy(emulator, async () => {
    await ruleCall(emulator, "PUT", "all", { ...rule, state: "Disabled" });
    await ruleCall(emulator, "DELETE", "all");
  });
  expect(changed).toEqual([]);
});

test("one that is enabled later dismisses then, also what was activated by hand", async () => {
  const emulator = await start();
  const alert = alertWith(emulator, "Active");
  await ruleCall(emulator, "PUT", "all", rule);
  await change(emulator, alert.id, "activate");
  expect(alertProperties(alert).status).toBe("Active");
  await ruleCall(emulator, "PUT", "all", { ...rule, state: "Disabled" });
  expect(alertProperties(alert).status).toBe("Active");
  await ruleCall(emulator, "PUT", "all", rule);
  expect(alertProperties(alert).status).toBe("Dismissed");
});

test("what counts is the status that an alert has now, not the one that it came with", async () => {
  const emulator = await start();
  const [active, dismissed] = [alertWith(emulator, "Active"), alertWith(emulator, "Dismissed")];
  await change(emulator, active.id, "resolve");
  await change(emulator, dismissed.id, "activate");
  await ruleCall(emulator, "PUT", "all", rule);
  expect([active, dismissed].map((alert) => alertProperties(alert).status)).toEqual([
    "Resolved",
    "Dismissed",
  ]);
});
