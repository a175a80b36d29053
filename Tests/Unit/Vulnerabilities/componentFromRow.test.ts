import { componentFromRow, identityOf } from "../../../Client/Vulnerabilities/componentFromRow";
import type { JsonRecord } from "../../../Client/Core/json";
import type { ContainerPlace } from "../../../Client/Vulnerabilities/vulnerability";
import { aCluster } from "../../Support/aCluster";
import { clusterId } from "../../Support/findings";

const cluster = aCluster();
const read = componentFromRow(cluster, new Date("2026-11-24T12:00:00Z"));
const containerId =
  `${clusterId}/securityEntityData/namespace-shop-pod-cart-*-*-container-cart`.toLowerCase();
const nodeGroup = "/subscriptions/11111111-1111-4111-8111-111111111111/resourcegroups/mc_g_prod_westeurope";
const scaleSets = `${nodeGroup}/providers/microsoft.compute/virtualmachinescalesets`;

const data = {
  ContainerName: "cart",
  Namespace: "shop",
  PodName: "cart-*-*",
  ControllerType: "Deployment",
  ControllerName: "cart",
  ImageUri: "contoso.azurecr.io/cart:1",
  Digest: "sha256:1",
};
const place: ContainerPlace = {
  namespace: "shop",
  pod: "cart-*-*",
  controllerKind: "Deployment",
  controllerName: "cart",
  image: { reference: "contoso.azurecr.io/cart:1", digest: "sha256:1" },
};
/** What the id says alone. */
const fromId: ContainerPlace = {
  namespace: "shop",
  pod: "cart-*-*",
  controllerKind: "",
  controllerName: "",
  image: { reference: "", digest: undefined },
};

const camelCase = (record: JsonRecord) =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]),
  );

const row = {
  id: containerId,
  level: "High",
  ranking: "risk",
  failing: 3,
  assigned: 3,
  owners: ["ada@contoso.com"],
  due: "2026-12-01T00:00:00Z",
  firstEvaluationDate: "2026-10-01T00:00:00Z",
  placeOfResource: JSON.stringify(data),
};

test("a row in full", () => {
  expect(read(row)).toEqual({
    item: {
      id: containerId,
      kind: "container",
      name: "cart",
      place,
      isManagedByAks: false,
      level: "High",
      ranking: "risk",
      ownership: {
        owners: ["ada@contoso.com"],
        due: new Date("2026-12-01T00:00:00Z"),
        failing: 3,
        assigned: 3,
        status: "OnTime",
      },
      firstSeen: new Date("2026-10-01T00:00:00Z"),
    },
  });
});

test.each<[string, unknown, ContainerPlace]>([
  ["JSON in a string", JSON.stringify(data), place],
  ["an object", data, place],
  ["in camelCase", camelCase(data), place],
  ["camelCase in a string", JSON.stringify(camelCase(data)), place],
  [
    "registry and repository instead of the URI",
    {
      ...data,
      ImageUri: undefined,
      RepositoryDetails: { RegistryHost: "contoso.azurecr.io", RepositoryName: "shop/cart" },
    },
    { ...place, image: { reference: "contoso.azurecr.io/shop/cart", digest: "sha256:1" } },
  ],
  [
    "a repository without its registry",
    { ...data, ImageUri: "", RepositoryDetails: { RepositoryName: "shop/cart" } },
    { ...place, image: { reference: "shop/cart", digest: "sha256:1" } },
  ],
  [
    "other names for the same",
    {
      containerName: "cart",
      namespace: "shop",
      podNamePattern: "cart-*-*",
      controllerKind: "Deployment",
      controllerName: "cart",
      image: "contoso.azurecr.io/cart:1",
      imageDigest: "sha256:1",
    },
    place,
  ],
])("where a container is, from %s", (_, given, expected) => {
  expect(read({ ...row, placeOfResource: given })).toMatchObject({ item: { name: "cart", place: expected } });
});

test.each([undefined, null, "", "{", '{"ContainerName": "ca', "[]", "7", 7, true, [], {}])(
  "data that are %j leave a container with what its id says",
  (given) => {
    expect(read({ ...row, placeOfResource: given })).toMatchObject({
      item: { id: containerId, kind: "container", name: "cart", place: fromId },
    });
  },
);

test("parts of other types are not reported", () => {
  const given = { ContainerName: ["cart"], Namespace: {}, Digest: null, ImageUri: [] };
  expect(read({ ...row, placeOfResource: given })).toMatchObject({ item: { place: fromId } });
});

test.each([
  ["Linux", "aks-apps-12345678-vmss", "apps"],
  ["Linux, with digits in its name", "aks-gpu2-12345678-vmss", "gpu2"],
  ["Windows", "aksnpwin", "npwin"],
  ["a name of its own", "custom-scale-set", "custom-scale-set"],
  ["a name that only begins alike", "aks-apps", "aks-apps"],
])("a node pool: %s", (_, scaleSet, name) => {
  expect(read({ ...row, id: `${scaleSets}/${scaleSet}` })).toMatchObject({
    item: { kind: "nodePool", name, place: undefined },
  });
});

test("one machine of a pool counts as its pool", () => {
  const id = `${scaleSets}/aks-apps-1-vmss/virtualmachines/0`;
  expect(read({ ...row, id })).toMatchObject({ item: { kind: "nodePool", name: "apps" } });
});

test("the cluster itself, by the name that its owner gave it, whatever its data say", () => {
  const scope = aCluster(clusterId.replace(/prod$/, "Prod-AKS"));
  const given = { ...row, id: scope.id.toUpperCase() };
  expect(componentFromRow(scope, new Date())(given)).toMatchObject({
    item: { id: scope.id.toLowerCase(), kind: "cluster", name: "Prod-AKS", place: undefined },
  });
});

test("another resource in the node resource group", () => {
  const id = `${nodeGroup}/providers/microsoft.network/loadbalancers/kubernetes`;
  expect(read({ ...row, id })).toMatchObject({
    item: { kind: "other", name: "kubernetes", place: undefined },
  });
});

test("a resource elsewhere that is said to be a container is one, with what the row says of it", () => {
  const elsewhere = { resourceType: "K8s-container", placeOfResource: data };
  expect(identityOf(cluster, "/somewhere/else", elsewhere)).toEqual({
    kind: "container",
    name: "cart",
    place,
  });
  expect(identityOf(cluster, "/somewhere/else", { ...elsewhere, resourceType: "VM" }).kind).toBe("other");
});

test("an agent pool of the cluster is a node pool", () => {
  const id = `${clusterId}/agentPools/apps`.toLowerCase();
  expect(identityOf(cluster, id, {})).toEqual({ kind: "nodePool", name: "apps", place: undefined });
});

test.each([
  ["aks-apps-13222729-vms0", "nodePool", "apps"],
  ["aks-gpu2-42863573-vms15", "nodePool", "gpu2"],
  ["aks-apps-13222729-other0", "other", "aks-apps-13222729-other0"],
  ["jump-host", "other", "jump-host"],
])("the machine %s is a %s: %s", (machine, kind, name) => {
  const id = `${nodeGroup}/providers/microsoft.compute/virtualmachines/${machine}`;
  expect(identityOf(cluster, id, {})).toEqual({ kind, name, place: undefined });
});

test.each([
  ["this cluster's", { managedAggregateResourceId: clusterId.toUpperCase(), managedPoolName: "gpu" }, "gpu"],
  ["no cluster's", { ManagedPoolName: "gpu" }, "gpu"],
  ["another cluster's", { managedAggregateResourceId: `${clusterId}2`, managedPoolName: "gpu" }, "apps"],
  ["nothing", {}, "apps"],
])("a node pool by what its rows say, when it is %s", (_, pool, name) => {
  const id = `${scaleSets}/aks-apps-12345678-vmss`;
  expect(identityOf(cluster, id, { pool: [JSON.stringify(pool)] }).name).toBe(name);
});

test.each<[string, JsonRecord, boolean]>([
  ["kube-system", { Namespace: "kube-system" }, true],
  ["gatekeeper-system, in capitals", { Namespace: "Gatekeeper-System" }, true],
  ["app-routing-system", { Namespace: "app-routing-system" }, true],
  ["a namespace that begins alike", { Namespace: "kube-system-tools" }, false],
  ["shop", { Namespace: "shop" }, false],
])("whether AKS manages a container in %s", (_, change, isManagedByAks) => {
  const id = containerId.replace("namespace-shop", "namespace");
  expect(read({ ...row, id, placeOfResource: { ...data, ...change } })).toMatchObject({
    item: { isManagedByAks },
  });
});

test("what a recommendation about containers of AKS is about is AKS's, wherever it runs; only a container can be", () => {
  expect(read({ ...row, ofAks: 1 })).toMatchObject({ item: { isManagedByAks: true } });
  expect(read({ ...row, ofAks: 1, id: clusterId })).toMatchObject({ item: { isManagedByAks: false } });
});

test("a cluster whose name begins alike is not this one", () => {
  expect(identityOf(cluster, `${clusterId}2`.toLowerCase(), {})).toMatchObject({
    kind: "other",
    name: "prod2",
  });
});

test("with nothing but an id and a level", () => {
  expect(read({ id: containerId, level: "low" })).toEqual({
    item: {
      id: containerId,
      kind: "container",
      name: "cart",
      place: fromId,
      isManagedByAks: false,
      level: "Low",
      ranking: "severity",
      ownership: { owners: [], due: undefined, failing: 0, assigned: 0, status: "Unassigned" },
      firstSeen: undefined,
    },
  });
});

test.each<[JsonRecord, string]>([
  [{ id: undefined }, "id = undefined"],
  [{ id: "" }, 'id = ""'],
  [{ id: {} }, "id = {}"],
  [{ level: "" }, "Component cart"],
  [{ level: "Catastrophic" }, "Catastrophic"],
  [{ level: "Passed" }, "Passed"],
])("%j is a gap that says so", (change, says) => {
  expect(read({ ...row, ...change })).toMatchObject({
    rowError: { kind: "unexpected", message: expect.stringContaining(says) as string },
  });
});
