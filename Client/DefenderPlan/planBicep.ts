import { apiVersions } from "../Azure/Pipeline/arm";
import { bicepCluster, bicepValue } from "../Core/bicepText";
import { Reference, type CodeObject } from "../Core/codeValue";
import type { PlanStep } from "./planChanges";
import type { PricingBody } from "./pricingBody";

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
    ...sentOf(step.body),
  };
  return [
    isForCluster ? bicepCluster(clusterName) : "targetScope = 'subscription'\n",
    `resource defenderForContainers 'Microsoft.Security/pricings@${apiVersions.pricings}' = ${bicepValue(body)}`,
    "",
  ].join("\n");
}

/** The body as JSON sends it: without what is `undefined`. */
function sentOf(body: PricingBody): CodeObject {
  return JSON.parse(JSON.stringify(body)) as CodeObject;
}
