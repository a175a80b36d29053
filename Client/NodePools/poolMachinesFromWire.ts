import { isRecord, recordOf, textOf, textsOf, type JsonRecord } from "../Core/json";
import type { NodePool } from "./nodePool";

/** The machines of a pool, as far as the service says. */
interface PoolMachines {
  readonly count: number | undefined;
  readonly sizes: readonly string[];
  readonly autoscaling: NodePool["autoscaling"];
}

/**
 * Reads the machines of a node pool (agentPools 2026-01-01). A scale set has `count` and `vmSize`. A pool of single machines
 * (type `VirtualMachines`) has `null` there: how many there are of each size stands in `virtualMachineNodesStatus`, what was
 * asked for in `virtualMachinesProfile.scale`. The machines that are there win over those that were asked for, as in the
 * autoscaler of Kubernetes, which reads the same status.
 */
export function poolMachinesFromWire(properties: JsonRecord): PoolMachines {
  const scale = recordOf(recordOf(properties.virtualMachinesProfile).scale);
  const status = recordsOf(properties.virtualMachineNodesStatus);
  const manual = recordsOf(scale.manual);
  const automatic = recordsOf(scale.autoscale);
  const size = textOf(properties.vmSize);
  return {
    count: wholeOf(properties.count) ?? sumOf(status, "count") ?? sumOf(manual, "count"),
    sizes: size === undefined ? sizesOf([...status, ...manual, ...automatic]) : [size],
    autoscaling: boundsOf(properties) ?? profileBoundsOf(automatic),
  };
}

/** The number, when it is one of things. */
export function wholeOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** Profiles come as a list; in previews that of the autoscaler was a single object. */
function recordsOf(value: unknown): readonly JsonRecord[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isRecord);
}

/** `undefined` when there is nothing to add, or when one of the numbers is missing: a part is not the whole. */
function sumOf(records: readonly JsonRecord[], name: "count" | "minCount" | "maxCount"): number | undefined {
  const numbers = records.map((record) => wholeOf(record[name]));
  const known = numbers.filter((number) => number !== undefined);
  return known.length === 0 || known.length < numbers.length
    ? undefined
    : known.reduce((sum, number) => sum + number, 0);
}

/** Profiles name one `size`, those of previews a list of `sizes`. */
function sizesOf(records: readonly JsonRecord[]): readonly string[] {
  return [...new Set(records.flatMap(({ size, sizes }) => textOf(size) ?? textsOf(sizes)))];
}

function boundsOf({ enableAutoScaling, minCount, maxCount }: JsonRecord): NodePool["autoscaling"] {
  const [min, max] = [wholeOf(minCount), wholeOf(maxCount)];
  return enableAutoScaling === true && min !== undefined && max !== undefined ? { min, max } : undefined;
}

function profileBoundsOf(records: readonly JsonRecord[]): NodePool["autoscaling"] {
  const [min, max] = [sumOf(records, "minCount"), sumOf(records, "maxCount")];
  return min !== undefined && max !== undefined ? { min, max } : undefined;
}
