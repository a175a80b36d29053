import { parseArmId } from "./armId";

/**
 * Nodes of a cluster are instances of scale sets, and Defender for Cloud calls an instance by its bare number: "0". That is no name:
 * every scale set has such an instance. Names are derived from the resource id here, and nowhere else.
 */

const machines = "microsoft.compute/virtualmachines";
const scaleSets = "microsoft.compute/virtualmachinescalesets";
const instances = `${scaleSets}/virtualmachines`;
const scaleSetPart = /\/virtualMachineScaleSets\/([^/]+)/i;

/** AKS calls the scale set of a Linux pool `aks-<pool>-<number>-vmss`, and its nodes after it. */
const linuxScaleSet = /^aks-([a-z\d]+)-\d+-vmss$/i;
const linuxNode = /^aks-([a-z\d]+)-\d+-vmss[a-z\d]{6}$/i;
/**
 * That of a Windows pool, whose name has at most six characters, `aks<pool>`. No such row is published: public lists of nodes
 * have names like `akswin2000001` (Azure/aks-engine#4241). No pool has so many instances that all six digits are in use.
 */
const windowsScaleSet = /^aks([a-z][a-z\d]{0,5})$/i;
const windowsNode = /^aks([a-z][a-z\d]{0,5})00[a-z\d]{4}$/i;
/**
 * The machines of a pool of type `VirtualMachines`, as the autoscaler of Kubernetes reads their names. ASSUMPTION: what is found on
 * them is filed at the machine, as for other machines, and the node is called as the machine is; no such row has been published.
 */
const singleMachine = /^aks-([a-z\d]+)-\d+-vms\d+$/i;
/** Azure's own name of an instance, which is not the node's. */
const azureInstance = /^(.+)_(\d+)$/;

/** Whether a text is only the number of an instance. */
export function isBareInstance(text: string): boolean {
  return /^\d+$/.test(text.trim());
}

/** Name of the scale set that the id is of, or of one of its instances; `undefined` for any other id. */
export function scaleSetOf(id: string): string | undefined {
  const type = parseArmId(id)?.resourceType.toLowerCase();
  return type === scaleSets || type === instances ? scaleSetPart.exec(id)?.[1] : undefined;
}

/** Whether the id is of one instance of a scale set. */
export function isScaleSetInstance(id: string): boolean {
  return parseArmId(id)?.resourceType.toLowerCase() === instances;
}

/**
 * Name of the node that an instance of one of AKS' scale sets is, as Kubernetes has it: the scale set's name and the instance in
 * base 36 with six digits; or that a machine of AKS is. `undefined` for any other id.
 */
export function nodeOfInstance(id: string): string | undefined {
  const { resourceType = "", name = "" } = parseArmId(id) ?? {};
  if (resourceType.toLowerCase() === machines) {
    return singleMachine.test(name) ? name.toLowerCase() : undefined;
  }
  const scaleSet = scaleSetOf(id);
  return scaleSet === undefined || !isScaleSetInstance(id) ? undefined : nodeOf(scaleSet, name);
}

function nodeOf(scaleSet: string, instance: string): string | undefined {
  const isOfAks = linuxScaleSet.test(scaleSet) || windowsScaleSet.test(scaleSet);
  return isOfAks && isBareInstance(instance) && Number(instance) < 36 ** 6
    ? `${scaleSet.toLowerCase()}${Number(instance).toString(36).padStart(6, "0")}`
    : undefined;
}

/**
 * The node that a text names: one of AKS in lower case, as Kubernetes has it, and an instance by its node. `undefined` for a bare
 * number and an instance of a scale set that is not AKS' own. Whatever else it says stays as it is.
 */
export function nodeNamed(text: string): string | undefined {
  const [, scaleSet, instance] = azureInstance.exec(text.trim()) ?? [];
  if (scaleSet !== undefined && instance !== undefined) {
    return nodeOf(scaleSet, instance);
  }
  return isBareInstance(text) ? undefined : (aksNodeNamed(text) ?? text);
}

/** The name of a node in the usual spelling, where it is one that AKS gives. */
export function aksNodeNamed(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  return [linuxNode, windowsNode, singleMachine].some((form) => form.test(name)) ? name : undefined;
}

/** Name of the node pool that a scale set, a machine or a node of AKS belongs to; `undefined` where the name is not AKS' own. */
export function poolNamed(name: string): string | undefined {
  const found = [linuxScaleSet, linuxNode, windowsScaleSet, windowsNode, singleMachine].map(
    (form) => form.exec(name)?.[1],
  );
  return found.find((pool) => pool !== undefined)?.toLowerCase();
}

/** What to call a resource: a node by its name, another instance of a scale set as Azure does, everything else by its last segment. */
export function resourceNameOf(id: string): string {
  const name = parseArmId(id)?.name ?? id.slice(id.lastIndexOf("/") + 1);
  return isScaleSetInstance(id) ? (nodeOfInstance(id) ?? `${scaleSetOf(id) ?? ""}_${name}`) : name;
}

/**
 * What was attacked, by name, where the service may have given a bare instance number: then the instance of that number among the
 * resources that the alert names. Empty where there is none or more than one: the number says nothing.
 */
export function affectedName(reported: string, resourceIds: readonly string[]): string {
  if (!isBareInstance(reported)) {
    return nodeNamed(reported) ?? reported;
  }
  const named = resourceIds.filter((id) => parseArmId(id)?.name === reported.trim());
  const found = named.some(isScaleSetInstance) ? named.filter(isScaleSetInstance) : named;
  const [name = "", ...others] = new Set(found.map(resourceNameOf));
  return others.length === 0 ? name : "";
}
