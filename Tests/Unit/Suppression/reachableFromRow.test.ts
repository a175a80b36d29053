import { reachableFromRow } from "../../../Client/Suppression/reachableFromRow";
import { clusterId } from "../../Support/findings";

const map = reachableFromRow(clusterId);
const entities = [{ type: "ip", address: "203.0.113.7" }];
const properties = {
  AlertDisplayName: "Web shell",
  AlertType: "T",
  Severity: "High",
  Status: "Active",
  StartTimeUtc: "2026-11-20T10:00:00Z",
  CompromisedEntity: "prod",
  Entities: entities,
  ResourceIdentifiers: [{ AzureResourceId: clusterId, Type: "AzureResource" }],
};
const rowOf = (over: Readonly<Record<string, unknown>> = {}) => ({
  id: "/a/1",
  properties: { ...properties, ...over },
});
const item = {
  id: "/a/1",
  title: "Web shell",
  severity: "High",
  alertType: "T",
  entities,
  isOpen: true,
  isThisCluster: true,
  startTime: new Date("2026-11-20T10:00:00Z"),
  compromisedEntity: "prod",
};

test.each<[string, Readonly<Record<string, unknown>>, object]>([
  ["all there is", {}, {}],
  ["entities as a text", { Entities: JSON.stringify(entities) }, {}],
  ["no entities", { Entities: undefined }, { entities: [] }],
  ["no title", { AlertDisplayName: " " }, { title: "T" }],
  ["neither title nor type", { AlertDisplayName: "", AlertType: null }, { title: "/a/1", alertType: "" }],
  ["no time that can be read", { StartTimeUtc: "yesterday" }, { startTime: undefined }],
  ["new", { Status: "New" }, {}],
  ["in progress", { Status: "InProgress" }, {}],
  ["in other letters", { Status: "ACTIVE" }, {}],
  ["resolved", { Status: "Resolved" }, { isOpen: false }],
  ["dismissed", { Status: "Dismissed" }, { isOpen: false }],
  ["without a status", { Status: undefined }, { isOpen: false }],
  [
    "the cluster in other letters",
    { ResourceIdentifiers: [{ AzureResourceId: clusterId.toUpperCase() }] },
    {},
  ],
  [
    "another cluster whose name begins alike",
    { ResourceIdentifiers: [{ AzureResourceId: `${clusterId}2` }] },
    {
      isThisCluster: false,
    },
  ],
  [
    "something inside of the cluster",
    { ResourceIdentifiers: [{ AzureResourceId: `${clusterId}/x` }] },
    {
      isThisCluster: false,
    },
  ],
  ["no resource", { ResourceIdentifiers: undefined }, { isThisCluster: false }],
])("a row that has %s", (_, over, difference) => {
  expect(map(rowOf(over))).toEqual({ item: { ...item, ...difference } });
});

describe("on a node", () => {
  const [, , subscription = ""] = clusterId.split("/");
  const inGroup = (group: string, of = subscription) =>
    `/subscriptions/${of}/resourcegroups/${group}/providers/microsoft.compute/virtualmachinescalesets/aks-web-12345678-vmss/virtualmachines/37`;
  const rowOn = (id: string, nodeResourceGroup?: string) => ({
    ...rowOf({
      CompromisedEntity: "37",
      ResourceIdentifiers: [{ AzureResourceId: id, Type: "AzureResource" }],
    }),
    nodeResourceGroup,
  });
  const node = "aks-web-12345678-vmss000011";

  test.each<[string, object, boolean]>([
    ["of the node resource group", rowOn(inGroup("mc_g_prod"), "MC_g_prod"), true],
    ["of another group whose name begins alike", rowOn(inGroup("mc_g_prod2"), "MC_g_prod"), false],
    [
      "of a group of this name in another subscription",
      rowOn(inGroup("mc_g_prod", "00000000-0000-4000-8000-000000000000"), "MC_g_prod"),
      false,
    ],
    ["where the cluster's group is not known", rowOn(inGroup("mc_g_prod")), false],
  ])("%s", (_, row, isThisCluster) => {
    expect(map({ ...row })).toMatchObject({ item: { isThisCluster, compromisedEntity: node } });
  });
});

test("camelCase is read like PascalCase", () => {
  const camel = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]),
  );
  expect(map({ id: "/a/1", properties: camel })).toEqual({ item });
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  ["no severity", rowOf({ Severity: undefined })],
  ["a severity that nobody knows", rowOf({ Severity: "Catastrophic" })],
  ["entities that are no list", rowOf({ Entities: '{"type": "ip"}' })],
  ["entities that are no JSON", rowOf({ Entities: "[{" })],
  ["entities that are a number", rowOf({ Entities: 7 })],
  ["no id", { properties }],
  ["no properties", { id: "/a/1", properties: null }],
])("a row that has %s is a gap: no one knows whether a rule would match it", (_, row) => {
  expect(map(row)).toMatchObject({
    rowError: { kind: "unexpected", message: expect.stringContaining("couldn't be read") as string },
  });
});
