import { apiVersions } from "../../Server/apiVersions";
import { ArmError, type ArmRequest } from "../../Server/arm";
import type { Operation } from "../../Server/operation";
import { componentStates, type ComponentState } from "../../World/Authorization/componentStates";
import { asEvaluated } from "../../World/Security/Assessments/currentAssessments";
import type { Cluster } from "../../World/world";
import { clusterPath, findCluster } from "../ContainerService/clusters";
import { filterTerms } from "../odataFilter";
import { pageOf } from "../paging";

const pageSize = 100;

/**
 * Azure Policy about the parts of a cluster: an object is its namespace and name, with its kind in lower case; there is nothing
 * below it. Links to further pages are those of policyStates, for this has none in its OpenAPI.
 */
export const queryComponentPolicyStates: Operation = {
  method: "POST",
  path: `${clusterPath}/providers/Microsoft.PolicyInsights/componentPolicyStates/latest/queryResults`,
  apiVersions: apiVersions.componentPolicyStates,
  action: "Microsoft.PolicyInsights/componentPolicyStates/queryResults/action",
  handle(context) {
    const { world, request, now } = context;
    const cluster = findCluster(context);
    const matches = readFilter(request.query.get("$filter"));
    const states = componentStates(asEvaluated(world, now), cluster)
      .filter(matches)
      .slice(0, readTop(request));
    const { value, nextLink = null } = pageOf(states, request, pageSize);
    return {
      status: 200,
      body: {
        "@odata.context": `${request.linkOrigin}${request.path.replace(/\/latest\/.*$/i, "/$metadata#latest")}`,
        "@odata.count": value.length,
        "@odata.nextLink": nextLink,
        value: value.map((state) => record(cluster, world.subscriptionId, state, now)),
      },
    };
  },
};

function record(cluster: Cluster, subscriptionId: string, state: ComponentState, now: Date) {
  const { policyId, namespace, name, type } = state;
  const subscription = `/subscriptions/${subscriptionId}`;
  return {
    "@odata.id": null,
    timestamp: now.toISOString(),
    componentId: namespace === "" ? name : `${namespace}/${name}`,
    componentType: type,
    componentName: name,
    resourceId: cluster.id,
    resourceType: cluster.type,
    resourceLocation: cluster.location,
    resourceGroup: cluster.resourceGroup,
    subscriptionId,
    policyAssignmentId: `${subscription}/providers/microsoft.authorization/policyassignments/securitycenterbuiltin`,
    policyAssignmentName: "SecurityCenterBuiltIn",
    policyAssignmentScope: subscription,
    policyDefinitionId: definitionIdOf(state),
    policyDefinitionName: policyId,
    policyDefinitionAction: "audit",
    policyDefinitionCategory: "kubernetes",
    complianceState: complianceOf(state),
  };
}

function definitionIdOf({ policyId }: ComponentState): string {
  return `/providers/microsoft.authorization/policydefinitions/${policyId}`;
}

function complianceOf({ isCompliant }: ComponentState): string {
  return isCompliant ? "Compliant" : "NonCompliant";
}

const fields: ReadonlyMap<string, (state: ComponentState) => string> = new Map([
  ["policydefinitionid", definitionIdOf],
  ["compliancestate", complianceOf],
]);

/** Throws a 400 for what isn't understood. Values have no letter case. */
function readFilter(filter: string | null): (state: ComponentState) => boolean {
  const terms = filterTerms(filter, [...fields.keys()]);
  return (state) =>
    terms.every(({ field, value }) => fields.get(field)?.(state).toLowerCase() === value.toLowerCase());
}

function readTop({ query }: ArmRequest): number | undefined {
  const text = query.get("$top");
  if (text !== null && !/^\d+$/.test(text)) {
    throw new ArmError(400, "InvalidTopInQueryString", `'$top=${text}' is not a whole number.`);
  }
  return text === null ? undefined : Number(text);
}
