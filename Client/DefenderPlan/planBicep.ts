import { apiVersions } from "../Azure/Pipeline/arm";
import { bicepCluster, bicepValue } from "../Core/bicepText";
import { asSent, Reference } from "../Core/codeValue";
import type { PlanStep } from "./planChanges";

/**
 * The step as a Bicep file, for a deployment to the subscription or to the cluster's resource group. `undefined` for what Bicep
 * cannot say: giving up a setting, and changes of the cluster itself.
 */
export function bicepOf(step: PlanStep, clusterName: string): string | undefined {
  if (step.kind !== "save") {
    return undefined;
  }
  const isForCluster = step.scope === "cluster";
  const body = {
    name: "Containers",
    ...(isForCluster ? { scope: new Reference("cluster") } : {}),
    ...asSent(step.body),
  };
  return [
    isForCluster ? bicepCluster(clusterName) : "targetScope = 'subscription'\n",
    `resource defenderForContainers 'Microsoft.Security/pricings@${apiVersions.pricings}' = ${bicepValue(body)}`,
    "",
  ].join("\n");
}
