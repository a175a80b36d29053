import {
  affectedName,
  nodeNamed,
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
  ["an instance of a Windows pool", instance("aksWin", "36"), "akswin000010", "aksWin", "akswin000010"],
  [
    "a machine of a pool without a scale set",
    `${group}/Microsoft.Compute/virtualMachines/AKS-web-12345678-vms7`,
    "aks-web-12345678-vms7",
    undefined,
    "AKS-web-12345678-vms7",
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
  ["akswin2", "win2"],
  ["AKSWIN2000001", "win2"],
  ["akswindows", undefined],
  ["akswin2123456", undefined],
  ["aks-web-12345678-vms0", "web"],
  ["aks-web-12345678-vms", undefined],
  ["0", undefined],
])("the pool of %s is %s", (name, pool) => {
  expect(poolNamed(name)).toBe(pool);
});

test.each([
  ["AKS-web-1-VMSS00000A", "aks-web-1-vmss00000a"],
  ["AKSWIN000001", "akswin000001"],
  ["aks-web-1-vmss_10", "aks-web-1-vmss00000a"],
  ["aks-web-1-vms3", "aks-web-1-vms3"],
  ["Frontend-1", "Frontend-1"],
  ["gateway_3", undefined],
  [" 12 ", undefined],
])("the node of %s is %s", (text, node) => {
  expect(nodeNamed(text)).toBe(node);
});

const cluster = `${group}/Microsoft.ContainerService/managedClusters/7`;

test.each<[string, string, readonly string[], string]>([
  ["a name", "prod", [cluster], "prod"],
  ["nothing", "", [cluster], ""],
  ["an instance", "7", [instance("aks-web-1-vmss", "7")], "aks-web-1-vmss000007"],
  ["an instance of another number", "7", [instance("aks-web-1-vmss", "8")], ""],
  ["a number alone", "7", [], ""],
  ["a cluster whose name is a number", "7", [cluster], "7"],
  [
    "an instance of two scale sets",
    "7",
    [instance("aks-web-1-vmss", "7"), instance("aks-api-1-vmss", "7")],
    "",
  ],
  ["Azure's name of an instance", "aks-web-1-vmss_36", [], "aks-web-1-vmss000010"],
  ["Azure's name of another instance", "gateway_36", [], "gateway_36"],
  ["both", "7", [cluster, instance("aks-web-1-vmss", "7")], "aks-web-1-vmss000007"],
])("what was affected where the service says %s", (_, reported, ids, name) => {
  expect(affectedName(reported, ids)).toBe(name);
});
