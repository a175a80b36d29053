import { oneTextOf, property, textsInside, type JsonRecord } from "../Core/json";
import { aksNodeNamed, nodeOfInstance } from "../Core/scaleSetNode";
import type { AffectedNodes } from "./vulnerability";

/**
 * What the row of a node pool says of its machines; `undefined` when it says nothing of the kind.
 *
 * Assumption, here alone: the recommendation to upgrade AKS for its system pods names its versions as rows of node pools do. It is
 * documented to have them, and no row of it has been published.
 */
export function nodesFromWire(data: JsonRecord): AffectedNodes | undefined {
  const read = (name: string) => oneTextOf(property(data, name)) ?? "";
  // A machine may be named by its id and by its node's name: each counts once.
  const machines = new Set(
    textsInside(property(data, "affectedNodes")).map((text) => nodeIn(text) ?? text.toLowerCase()),
  );
  const nodes = {
    names: [...machines].filter((machine) => aksNodeNamed(machine) !== undefined),
    count: machines.size,
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

function nodeIn(machine: string): string | undefined {
  return nodeOfInstance(machine) ?? aksNodeNamed(machine);
}
