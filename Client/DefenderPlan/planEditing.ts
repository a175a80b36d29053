import type { PlanScope } from "../Core/defenderPlan";
import type { PlanSettings } from "./planSettings";
import { allowsAction, type Permission } from "../Core/rbac";

/** RBAC actions behind the settings pane. */
export const planActions = {
  save: "Microsoft.Security/pricings/write",
  remove: "Microsoft.Security/pricings/delete",
  changeCluster: "Microsoft.ContainerService/managedClusters/write",
} as const;

/** Whether something may be done here, and if not, why. */
export type Permit =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly reason: Exclude<RefusalReason, "noRight"> }
  | { readonly isAllowed: false; readonly reason: "noRight"; readonly missingAction: string };

/**
 * `enforced`: the subscription forbids a setting of the cluster's own. `subscriptionOn`: the plan is on for the whole
 * subscription, which is where it is then configured. `nothingOwn`: there is no setting to remove.
 */
type RefusalReason = "enforced" | "subscriptionOn" | "nothingOwn" | "noRight";

export interface PlanEditing {
  /** Enabling the plan and configuring it; for a subscription, disabling it too. */
  readonly save: Permit;
  /** Removing the cluster's own setting, which is how its plan is disabled. */
  readonly remove: Permit;
  /** Changing the cluster itself: its add-on and its Defender profile, with the plan on or off. */
  readonly changeCluster: Permit;
}

/** What is known when the settings are shown. `undefined` is what could not be read; then the service decides. */
export interface PlanSituation {
  readonly cluster: PlanSettings | undefined;
  readonly subscription: PlanSettings | undefined;
  readonly clusterRights: readonly Permission[] | undefined;
  readonly subscriptionRights: readonly Permission[] | undefined;
}

/** What may be edited at a scope. Limits for everyone are reported before missing rights. */
export function editingAt(scope: PlanScope, situation: PlanSituation): PlanEditing {
  const { cluster, clusterRights, subscriptionRights } = situation;
  const changeCluster = permitFor(clusterRights, planActions.changeCluster);
  if (scope === "subscription") {
    const save = permitFor(subscriptionRights, planActions.save);
    return { save, remove: refused("nothingOwn"), changeCluster };
  }
  const reason = reasonAbove(situation);
  return {
    save: reason ? refused(reason) : permitFor(clusterRights, planActions.save),
    remove:
      cluster?.isInherited === true ? refused("nothingOwn") : permitFor(clusterRights, planActions.remove),
    changeCluster,
  };
}

/** Subscription wins: why the cluster's settings are read-only, if they are. */
function reasonAbove({ cluster, subscription }: PlanSituation): "enforced" | "subscriptionOn" | undefined {
  if (subscription?.isEnforced) {
    return "enforced";
  }
  const inheritsOn = cluster?.isInherited === true && cluster.isOn;
  return (subscription?.isOn ?? inheritsOn) ? "subscriptionOn" : undefined;
}

function permitFor(rights: readonly Permission[] | undefined, action: string): Permit {
  return rights === undefined || allowsAction(rights, action)
    ? { isAllowed: true }
    : { isAllowed: false, reason: "noRight", missingAction: action };
}

function refused(reason: Exclude<RefusalReason, "noRight">): Permit {
  return { isAllowed: false, reason };
}
