import type { Role } from "../Server/operation";
import { conflict } from "../Operations/Security/readPricing";
import type { ArmRequest } from "../Server/arm";
import type { World } from "../World/world";
import type { Fault } from "../Server/faults";

function changesPlan({ method, path }: ArmRequest): boolean {
  return (
    (method === "PUT" || method === "DELETE") && /\/providers\/microsoft\.security\/pricings\//i.test(path)
  );
}

/** A lock on the subscription, which lasts. */
export const lockFaults = (): readonly Fault[] => [
  {
    matches: changesPlan,
    response: conflict(
      "ResourceLocked",
      "The scope is locked. Remove the lock 'do-not-change' and try again.",
    ).toResponse(),
  },
];

/** Another change of the plan is going on; by the second try it is over. */
export const busyFaults = (): readonly Fault[] => [
  {
    matches: changesPlan,
    times: 1,
    response: conflict(
      "ConcurrentOperationInProgress",
      "Another operation on the pricing is in progress. Try again later.",
    ).toResponse(),
  },
];

/** What the role assignment of Kubernetes API access says when it fails, as in the published example of a partial success. */
export const extensionFailures = {
  AgentlessDiscoveryForKubernetes:
    "Failed assigning roles {d5a2ae44-610b-4500-93be-660a0c5f5ca6} to {identityName} for plan",
};

/** May read everything, and change the main cluster and its plan, not the subscription's. */
export const clusterOwner = ({ subscriptionId, mainClusterId }: World): readonly Role[] => [
  { scope: `/subscriptions/${subscriptionId}`, actions: ["*/read"], notActions: [] },
  { scope: mainClusterId, actions: ["*"], notActions: [] },
];
