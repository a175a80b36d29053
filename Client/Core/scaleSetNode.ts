import { parseArmId } from "./armId";

/**
 * Nodes of a cluster are instances of scale sets, and Defender for Cloud calls an instance by its bare number: "0". That is no name:
 * every scale set has such an instance. Names are derived from the resource id here, and nowhere else.
 */

const scaleSets = "microsoft.compute/virtualmachinescalesets";
const instances = `${scaleSets}/virtualmachines`;
const scaleSetPart = /\/virtualMachineScaleSets\/([^/]+)/i;

/** AKS calls the scale set of a pool `aks-<pool>-<number>-vmss`. */
const aksScaleSet = /^aks-([a-z\d]+)-\d+-vmss$/i;
/** Nodes are called after their scale set. */
const aksNode = /^aks-([a-z\d]+)-\d+-vmss[a-z\d]{6}$/i;

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
 * base 36 with six digits. `undefined` for any other id.
 */
export function nodeOfInstance(id: string): string | undefined {
  const scaleSet = scaleSetOf(id);
  const instance = parseArmId(id)?.name ?? "";
  return scaleSet !== undefined &&
    isScaleSetInstance(id) &&
    aksScaleSet.test(scaleSet) &&
    isBareInstance(instance) &&
    Number(instance) < 36 ** 6
    ? `${scaleSet.toLowerCase()}${Number(instance).toString(36).padStart(6, "0")}`
    : undefined;
}

/** Name of the node pool that a scale set or a node of AKS belongs to; `undefined` where the name is not AKS' own. */
export function poolNamed(scaleSetOrNode: string): string | undefined {
  return (aksScaleSet.exec(scaleSetOrNode) ?? aksNode.exec(scaleSetOrNode))?.[1]?.toLowerCase();
}

/** What to call a resource: a node by its name, another instance of a scale set as Azure does, everything else by its last segment. */
export function resourceNameOf(id: string): string {
  const name = parseArmId(id)?.name ?? id.slice(id.lastIndexOf("/") + 1);
  return isScaleSetInstance(id) ? (nodeOfInstance(id) ?? `${scaleSetOf(id) ?? ""}_${name}`) : name;
}

/**
 * What was attacked, by name, where the service may have given a bare instance number: then the instance of that number among the
 * resources that the alert names. Empty where there is none: the number says nothing.
 */
export function affectedName(reported: string, resourceIds: readonly string[]): string {
  if (!isBareInstance(reported)) {
    return reported;
  }
  const named = resourceIds.filter((id) => parseArmId(id)?.name === reported.trim());
  const [found] = [...named.filter(isScaleSetInstance), ...named];
  return found === undefined ? "" : resourceNameOf(found);
}
