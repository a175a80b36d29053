const instanceId = /\/virtualmachinescalesets\/([^/]+)\/virtualmachines\/(\d+)\/?$/i;
const linuxScaleSet = /^aks-.+-vmss$/i;

/**
 * Name of a node from the ARM id of its instance: the name of the scale set and the instance in base 36 with six digits, as
 * AKS names the computers of Linux pools. `undefined` where the id is none of an instance, or the scale set is not called as
 * AKS calls them: a bare instance number is no name.
 */
export function nodeOfInstance(id: string): string | undefined {
  const [, scaleSet = "", instance = ""] = instanceId.exec(id.trim()) ?? [];
  const number = Number(instance);
  return linuxScaleSet.test(scaleSet) && Number.isSafeInteger(number) && number < 36 ** 6
    ? `${scaleSet.toLowerCase()}${number.toString(36).padStart(6, "0")}`
    : undefined;
}
