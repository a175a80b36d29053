import type { ReachableAlert } from "../../Client/Suppression/suppressionReach";
import type { StoredRule, SuppressionRule } from "../../Client/Suppression/suppressionRule";
import { clusterId } from "./findings";

/** A rule that the service has; tests state only what matters to them. */
export function aRule(name: string, over: Partial<SuppressionRule> = {}): StoredRule {
  const { alertType = "K8S_Test", reason = "Noise", state = "Enabled" } = over;
  return {
    name,
    alertType,
    reason,
    comment: "",
    state,
    expires: undefined,
    conditions: [],
    changedAt: undefined,
    raw: { alertType, reason, state },
    ...over,
  };
}

/** The cluster, as an alert about it names it. */
export const clusterEntity = { type: "azure-resource", resourceId: clusterId };

/** An open alert about the cluster, or about another one. */
export function aReachableAlert(
  name: string,
  { entities = [], isThisCluster = true, ...over }: Partial<ReachableAlert> = {},
): ReachableAlert {
  const resource = isThisCluster ? clusterEntity : { ...clusterEntity, resourceId: `${clusterId}-other` };
  return {
    id: name,
    title: `Reached ${name}`,
    alertType: "K8S_Test",
    severity: "High",
    isOpen: true,
    isThisCluster,
    startTime: new Date("2026-11-20T10:00:00Z"),
    compromisedEntity: isThisCluster ? "prod" : "other",
    entities: [resource, ...entities],
    ...over,
  };
}
