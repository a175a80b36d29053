import { reachOf, type ReachableAlert } from "../../../Client/Suppression/suppressionReach";

function reachable(id: string, over: Partial<ReachableAlert> = {}): ReachableAlert {
  return {
    id,
    title: `Alert ${id}`,
    severity: "High",
    alertType: "T",
    entities: [{ type: "ip", address: "203.0.113.7" }],
    isOpen: true,
    isThisCluster: true,
    startTime: undefined,
    compromisedEntity: "prod",
    ...over,
  };
}

const rule = {
  alertType: "t",
  conditions: [{ field: "entities.ip.address", operator: "in", values: ["203.0.113.7"] }],
} as const;
const reach = (alerts: readonly ReachableAlert[], unreadable = 0) => reachOf(rule, { alerts, unreadable });

test("nothing is reached where there is nothing, whatever could not be read", () => {
  expect(reach([], 3)).toEqual({
    dismisses: [],
    inThisCluster: 0,
    elsewhere: 0,
    bySeverity: new Map(),
    matched: 0,
  });
});

test("open alerts that match are dismissed, worst first, else in their order", () => {
  const alerts = [
    reachable("low", { severity: "Low" }),
    reachable("high"),
    reachable("info", { severity: "Informational", isThisCluster: false }),
    reachable("medium", { severity: "Medium" }),
    reachable("high2", { isThisCluster: false }),
    reachable("closed", { isOpen: false }),
    reachable("closed elsewhere", { isOpen: false, isThisCluster: false }),
    reachable("another type", { alertType: "T2" }),
    reachable("another address", { entities: [{ type: "ip", address: "10.0.0.1" }] }),
    reachable("no address", { entities: [] }),
  ];
  const found = reach(alerts);
  expect(found.dismisses.map(({ id }) => id)).toEqual(["high", "high2", "medium", "low", "info"]);
  expect(found).toMatchObject({ inThisCluster: 3, elsewhere: 2, matched: 7 });
  expect([...found.bySeverity]).toEqual([
    ["High", 2],
    ["Medium", 1],
    ["Low", 1],
    ["Informational", 1],
  ]);
});

test("a rule that matches only what is closed dismisses nothing, and has not never matched", () => {
  expect(reach([reachable("a", { isOpen: false })])).toEqual({
    dismisses: [],
    inThisCluster: 0,
    elsewhere: 0,
    bySeverity: new Map(),
    matched: 1,
  });
});

test("severities without an alert are not listed, and the alerts stay in their order", () => {
  const alerts = [
    reachable("b", { severity: "Low", isThisCluster: false }),
    reachable("a", { severity: "Low" }),
  ];
  const found = reach(alerts);
  expect([...found.bySeverity]).toEqual([["Low", 2]]);
  expect(found.dismisses).toEqual(alerts);
  expect(alerts.map(({ id }) => id)).toEqual(["b", "a"]);
});
