import { apiVersions } from "../Azure/Pipeline/arm";
import { apiVersion } from "../Core/apiVersionTable";
import { bicepString, bicepValue } from "../Core/bicepText";
import { Reference, type CodeObject } from "../Core/codeValue";
import type { PlanStep } from "./planChanges";
import type { PricingBody } from "./pricingBody";

/** Of the clusters that a file refers to; it only has to exist. */
const clusterApiVersion = apiVersion("managedClustersInBicep");

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
    ...(isForCluster ? clusterLines(clusterName) : ["targetScope = 'subscription'", ""]),
    `resource defenderForContainers 'Microsoft.Security/pricings@${apiVersions.pricings}' = ${bicepValue(body)}`,
    "",
  ].join("\n");
}

/** The body as JSON sends it: without what is `undefined`. */
function sentOf(body: PricingBody): CodeObject {
  return JSON.parse(JSON.stringify(body)) as CodeObject;
}

function clusterLines(name: string): readonly string[] {
  return [
    `resource cluster 'Microsoft.ContainerService/managedClusters@${clusterApiVersion}' existing = {`,
    `  name: ${bicepString(name)}`,
    "}",
    "",
  ];
}
