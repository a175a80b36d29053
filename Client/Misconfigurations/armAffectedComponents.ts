import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { odataLiteral, postArm } from "../Azure/Arm/armLists";
import { armPath } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import type { AffectedComponents } from "./affectedComponent";
import { affectedComponentsFromWire } from "./affectedComponentFromWire";

const mostComponents = 1000;

/** As `MisconfigurationService.affectedComponents`. */
export async function readAffectedComponents(
  { arm }: Azure,
  cluster: ClusterScope,
  policyId: string,
  signal: AbortSignal | undefined,
): Promise<AffectedComponents> {
  const definitionId = `/providers/Microsoft.Authorization/policyDefinitions/${policyId}`;
  const query = {
    commandName: "Dashboard/ListAffectedComponents",
    path: armPath`${cluster.id}/providers/Microsoft.PolicyInsights/componentPolicyStates/latest/queryResults`,
    apiVersion: apiVersions.componentPolicyStates,
    filter: `policyDefinitionId eq ${odataLiteral(definitionId)} and complianceState eq 'NonCompliant'`,
    most: mostComponents,
  };
  const { values, complete } = await postArm(arm, query, signal);
  return { ...affectedComponentsFromWire(values), complete };
}
