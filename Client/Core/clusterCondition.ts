import { isRecord, recordOf, textOf } from "./json";
import { operationState } from "./operationState";

/**
 * How a cluster stands, as far as it decides about what can be changed in it. `busy`: AKS changes it now, and takes one change at
 * a time. `failed`: its last change did not succeed. `unknown`: it could not be read.
 */
export type ClusterCondition =
  | { readonly kind: "ready" | "stopped" | "deleting" | "unknown" }
  | {
      readonly kind: "busy" | "failed";
      /** The provisioning state in the service's word. */
      readonly state: string;
    };

/** Provisioning states that say how the cluster stands, whatever else is said. */
const decisiveStates: ReadonlyMap<string, ClusterCondition> = new Map([
  ["deleting", { kind: "deleting" }],
  ["stopping", { kind: "stopped" }],
]);

/**
 * Reads it from a managed cluster (Microsoft.ContainerService 2026-01-01). A stopped one takes no change until it is started
 * (learn.microsoft.com, start-stop-cluster); a failed one takes some (troubleshoot, cluster-node-virtual-machine-failed-state).
 */
export function clusterCondition(body: unknown): ClusterCondition {
  const properties = recordOf(body).properties;
  if (!isRecord(properties)) {
    return { kind: "unknown" };
  }
  const state = textOf(properties.provisioningState) ?? "";
  const decided = decisiveStates.get(state.toLowerCase());
  if (decided) {
    return decided;
  }
  if (operationState(state) === "running") {
    return { kind: "busy", state };
  }
  if (textOf(recordOf(properties.powerState).code)?.toLowerCase() === "stopped") {
    return { kind: "stopped" };
  }
  return state === "" || operationState(state) === "succeeded"
    ? { kind: "ready" }
    : { kind: "failed", state };
}
