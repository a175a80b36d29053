import { parseArmId, sameArmId } from "../../../Client/Core/armId";
import { clusterScopeOf } from "../../../Client/Core/clusterScope";

const cluster =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/shop/providers/Microsoft.ContainerService/managedClusters/prod";

test("an ARM id is taken apart", () => {
  expect(parseArmId(cluster)).toEqual({
    subscriptionId: "11111111-1111-4111-8111-111111111111",
    resourceGroup: "shop",
    resourceType: "Microsoft.ContainerService/managedClusters",
    name: "prod",
  });
});

test("a child resource has all its types and its own name", () => {
  expect(parseArmId(`${cluster}/agentPools/system`)).toMatchObject({
    resourceType: "Microsoft.ContainerService/managedClusters/agentPools",
    name: "system",
  });
});

test.each([
  "",
  "prod",
  "/subscriptions/11111111-1111-4111-8111-111111111111",
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/shop",
  `${cluster}/agentPools`,
])("%p is not the id of a resource", (text) => expect(parseArmId(text)).toBeUndefined());

test("letter case does not matter in ARM ids", () => {
  expect(sameArmId(cluster, cluster.toUpperCase())).toBe(true);
  expect(sameArmId(cluster, `${cluster}2`)).toBe(false);
});

test("a cluster scope comes from a cluster's id, in any letter case, trailing slash or not", () => {
  const scope = clusterScopeOf(`${cluster.toLowerCase()}/`);
  expect(scope).toMatchObject({ ok: true, cluster: { id: cluster.toLowerCase(), name: "prod" } });
});

test.each([
  ["nonsense", "notAnArmId"],
  [
    "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v",
    "notACluster",
  ],
  [`${cluster}/agentPools/system`, "notACluster"],
])("%p is refused with its own reason", (id, reason) => {
  expect(clusterScopeOf(id)).toEqual({ ok: false, reason });
});
