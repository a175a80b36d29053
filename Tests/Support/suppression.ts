import type { ReachableAlert } from "../../Client/Suppression/suppressionReach";
import type { SuppressionRule } from "../../Client/Suppression/suppressionRule";
import { clusterId } from "./findings";

/** A rule; tests state only what matters to them. */
export function aRule(name: string, over: Partial<SuppressionRule> = {}): SuppressionRule {
  return {
    name,
    alertType: "K8S_Test",
    reason: "Noise",
    comment: "",
    state: "Enabled",
    expires: undefined,
    conditions: [],
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
