import { apiVersions } from "../../Server/apiVersions";
import type { Operation } from "../../Server/operation";
import { anyScope } from "../scopes";
import { jsonOf } from "../../World/jsonParts";
import { resourceIdOf } from "../../World/Security/Assessments/assessment";
import { asEvaluated } from "../../World/Security/Assessments/currentAssessments";
import type { Json, WorldAssessment, World } from "../../World/world";

/**
 * Azure Policy about resources: those policies that recommendations rest on, with what Defender for Cloud found by them. Filters aren't
 * heeded but `$top`.
 */
export const queryPolicyStates: Operation = {
  method: "POST",
  path: "/{scope}/providers/Microsoft.PolicyInsights/policyStates/{kind}/queryResults",
  apiVersions: apiVersions.policyStates,
  action: "Microsoft.PolicyInsights/policyStates/queryResults/action",
  scope: anyScope,
  handle({ world, request, place, now }) {
    const start = anyScope(place).toLowerCase();
    const top = Number(request.query.get("$top") ?? Number.POSITIVE_INFINITY);
    const value = asEvaluated(world, now)
      .assessments.filter((one) => `${resourceIdOf(one)}/`.toLowerCase().startsWith(`${start}/`))
      .flatMap((one) => record(one, world, now))
      .slice(0, top);
    return { status: 200, body: { "@odata.nextLink": null, "@odata.count": value.length, value } };
  },
};

/** None for what rests on no policy or isn't evaluated. */
function record(assessment: WorldAssessment, { subscriptionId }: World, now: Date): readonly Json[] {
  const definition = jsonOf(assessment.properties.metadata).policyDefinitionId;
  const { code } = jsonOf(assessment.properties.status);
  if (typeof definition !== "string" || code === "NotApplicable") {
    return [];
  }
  const resourceId = resourceIdOf(assessment);
  const [, , , , resourceGroup = "", , provider = "", type = ""] = resourceId.split("/");
  const scope = `/subscriptions/${subscriptionId}`;
  const name = "SecurityCenterBuiltIn";
  return [
    {
      timestamp: now.toISOString(),
      resourceId: resourceId.toLowerCase(),
      resourceType: `${provider}/${type}`,
      resourceGroup: resourceGroup.toLowerCase(),
      subscriptionId,
      policyAssignmentId: `${scope}/providers/microsoft.authorization/policyassignments/${name.toLowerCase()}`,
      policyAssignmentName: name,
      policyAssignmentScope: scope,
      policyDefinitionId: definition.toLowerCase(),
      policyDefinitionName: definition.slice(definition.lastIndexOf("/") + 1),
      policyDefinitionAction: "audit",
      isCompliant: code === "Healthy",
      complianceState: code === "Healthy" ? "Compliant" : "NonCompliant",
    },
  ];
}
