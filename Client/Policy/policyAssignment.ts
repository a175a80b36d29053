import type { ClusterScope } from "../Core/clusterScope";
import type { Failure } from "../Core/failure";
import type { JsonRecord } from "../Core/json";
import { policyGuid } from "../Core/recommendation";
import type { PolicyEffect, PolicyValue } from "./policyDefinition";

/** RBAC actions of assignments, needed at the scope of the assignment. */
export const policyActions = {
  read: "Microsoft.Authorization/policyAssignments/read",
  write: "Microsoft.Authorization/policyAssignments/write",
} as const;

/**
 * Where an assignment can be made from here, narrowest first. The add-on's documentation names management group, subscription
 * and resource group, and demands only that the scope contains the cluster; AKS assigns its own safeguards to single clusters.
 */
export const assignmentTargets = ["cluster", "resourceGroup", "subscription"] as const;

export type AssignmentTarget = (typeof assignmentTargets)[number];

/** ARM id of a target. */
export function targetScope(cluster: ClusterScope, target: AssignmentTarget): string {
  const scopes: Readonly<Record<AssignmentTarget, string>> = {
    cluster: cluster.id,
    resourceGroup: cluster.resourceGroupId,
    subscription: cluster.subscriptionScope,
  };
  return scopes[target];
}

/**
 * Name of the assignment that this product makes of a definition: always the same, so that a second one replaces the first. At
 * these scopes a name has up to 64 characters (24 only at a management group), none of them out of `<>*%&:\?.+/` (Azure's
 * naming rules for Microsoft.Authorization).
 */
export function assignmentName(definitionId: string): string {
  const guid = (policyGuid(definitionId) ?? "").toLowerCase().replace(/[^a-z\d-]/g, "-");
  return `aks-defender-${guid}`.slice(0, 64);
}

/** An assignment to be made. */
export interface NewAssignment {
  /** ARM id of what it is about. */
  readonly scope: string;
  readonly name: string;
  readonly displayName: string;
  readonly policyDefinitionId: string;
  readonly parameters: Readonly<Record<string, PolicyValue>>;
}

/** Where something was assigned. */
export interface PolicyScope {
  readonly kind: "managementGroup" | "subscription" | "resourceGroup" | "resource";
  /** ARM id. */
  readonly id: string;
  /** Last part of the id: that of a subscription is a GUID. */
  readonly name: string;
}

/** An assignment of a definition that reaches the cluster, wherever it was made. */
export interface PolicyAssignment {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly scope: PolicyScope;
  /** Name of the initiative of which the definition is a part; `undefined`: it was assigned by itself. */
  readonly initiative: string | undefined;
  /** `undefined`: one that is not about containers, or that cannot be told. */
  readonly effect: PolicyEffect | undefined;
  /** False: tried out (`DoNotEnforce`), so that even "deny" keeps nothing out. */
  readonly isEnforced: boolean;
  /** `undefined`: cannot be told. */
  readonly excludedNamespaces: readonly string[] | undefined;
  /** Whether it is only for some resource types or regions: then it may not reach the cluster, which is not worked out here. */
  readonly isSelective: boolean;
  /** Its properties as they were sent, but for who changed them and when. */
  readonly raw: JsonRecord;
}

/** The assignments of one definition that reach the cluster. */
export interface PolicyAssignments {
  /** Those made nearest to the cluster first. */
  readonly items: readonly PolicyAssignment[];
  /** Assignments that could not be read, and initiatives of which it is not known whether they contain the definition. */
  readonly gaps: readonly Failure[];
}

/** What the assignments come to: the strongest of them counts. `unknown`: something could not be read, and might be stronger. */
export type PolicyStanding = "denied" | "audited" | "off" | "unassigned" | "unknown";

export function policyStanding({ items, gaps }: PolicyAssignments): PolicyStanding {
  const sure = items.filter(({ isSelective }) => !isSelective);
  if (sure.some(({ effect, isEnforced }) => effect === "deny" && isEnforced)) {
    return "denied";
  }
  if (gaps.length > 0 || items.some(({ effect, isSelective }) => isSelective || effect === undefined)) {
    return "unknown";
  }
  if (sure.some(({ effect }) => effect === "audit" || effect === "deny")) {
    return "audited";
  }
  return items.length > 0 ? "off" : "unassigned";
}

/** The assignment that saving a new one would replace. */
export function replacedBy(
  { items }: PolicyAssignments,
  { scope, name }: Pick<NewAssignment, "scope" | "name">,
): PolicyAssignment | undefined {
  const isSame = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();
  return items.find((item) => isSame(item.scope.id, scope) && isSame(item.name, name));
}
