import {
  affectedName,
  nodeOfInstance,
  poolNamed,
  resourceNameOf,
  scaleSetOf,
} from "../../../Client/Core/scaleSetNode";

const group =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/MC_g_c_northeurope/providers";
const instance = (scaleSet: string, number: string) =>
  `${group}/Microsoft.Compute/virtualMachineScaleSets/${scaleSet}/virtualMachines/${number}`;

test.each([
  ["0", "000000"],
  ["9", "000009"],
  ["10", "00000a"],
  ["35", "00000z"],
  ["36", "000010"],
  ["1295", "0000zz"],
  ["1296", "000100"],
])("instance %s of a pool's scale set is the node that ends in %s", (number, end) => {
  expect(nodeOfInstance(instance("aks-web-12345678-vmss", number))).toBe(`aks-web-12345678-vmss${end}`);
  expect(nodeOfInstance(instance("AKS-Web-12345678-VMSS", number).toUpperCase())).toBe(
    `aks-web-12345678-vmss${end}`,
  );
});

test.each([
  ["a scale set that is not AKS'", instance("frontends", "3"), undefined, "frontends", "frontends_3"],
  [
    "an instance without a number",
    instance("aks-web-1-vmss", "x"),
    undefined,
    "aks-web-1-vmss",
    "aks-web-1-vmss_x",
  ],
  [
    "a scale set itself",
    instance("aks-web-1-vmss", "0").replace(/\/virtualMachines.*/, ""),
    undefined,
    "aks-web-1-vmss",
    "aks-web-1-vmss",
  ],
  [
    "a machine",
    `${group}/Microsoft.Compute/virtualMachines/aks-web-1-vmss`,
    undefined,
    undefined,
    "aks-web-1-vmss",
  ],
  ["no id", "0", undefined, undefined, "0"],
])("%s", (_, id, node, scaleSet, name) => {
  expect([nodeOfInstance(id), scaleSetOf(id), resourceNameOf(id)]).toEqual([node, scaleSet, name]);
});

test.each([
  ["aks-web-12345678-vmss", "web"],
  ["aks-web-12345678-vmss00000z", "web"],
  ["AKS-GPU2-1-VMSS", "gpu2"],
  ["aks-web-12345678-vmssx", undefined],
  ["web-12345678-vmss", undefined],
  ["0", undefined],
])("the pool of %s is %s", (name, pool) => {
  expect(poolNamed(name)).toBe(pool);
});

const cluster = `${group}/Microsoft.ContainerService/managedClusters/7`;

test.each<[string, string, readonly string[], string]>([
  ["a name", "prod", [cluster], "prod"],
  ["nothing", "", [cluster], ""],
  ["an instance", "7", [instance("aks-web-1-vmss", "7")], "aks-web-1-vmss000007"],
  ["an instance of another number", "7", [instance("aks-web-1-vmss", "8")], ""],
  ["a number alone", "7", [], ""],
  ["a cluster whose name is a number", "7", [cluster], "7"],
  ["both", "7", [cluster, instance("aks-web-1-vmss", "7")], "aks-web-1-vmss000007"],
])("what was affected where the service says %s", (_, reported, ids, name) => {
  expect(affectedName(reported, ids)).toBe(name);
});
