import { oneTextOf, property, textsInside, type JsonRecord } from "../Core/json";
import { nodeOfInstance } from "../Core/scaleSetNode";
import type { AffectedNodes } from "./vulnerability";

/** What the row of a node pool says of its machines; `undefined` when it says nothing of the kind. */
export function nodesFromWire(data: JsonRecord): AffectedNodes | undefined {
  const read = (name: string) => oneTextOf(property(data, name)) ?? "";
  const machines = [...new Set(textsInside(property(data, "affectedNodes")))];
  const nodes = {
    names: machines.flatMap((id) => nodeOfInstance(id) ?? []),
    count: machines.length,
    installedImage: read("installedNodePoolVersion"),
    fixedImage: read("fixedNodePoolVersion"),
    installedKubernetes: read("installedClusterVersion"),
    fixedKubernetes: read("fixedClusterVersion"),
  };
  const isAboutNodes = [
    "affectedNodes",
    "aggregateServerResourceMetadata",
    "fixedNodePoolVersion",
    "fixedClusterVersion",
  ].some((name) => property(data, name) !== undefined && property(data, name) !== null);
  return isAboutNodes ? nodes : undefined;
}
