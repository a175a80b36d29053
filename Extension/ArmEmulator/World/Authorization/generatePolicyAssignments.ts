import { assignmentId, type PolicyAssignment } from "./policyAssignment";
import { policyDefinitionId } from "./policyDefinitions";
import { benchmark, initiativeId } from "./policyInitiative";
import type { Cluster, WorldAssessment } from "../world";

const day = 86_400_000;

interface PolicyPlaces {
  readonly managementGroupId: string;
  readonly subscriptionId: string;
  readonly main: Cluster;
  /** What was found in the clusters: what the benchmark does not look at has no result. */
  readonly assessments: readonly WorldAssessment[];
}

/**
 * Existing assignments: the benchmark to the subscription; one definition that keeps privileged containers out of the
 * whole management group; one in the main cluster's resource group that is tried out, and keeps nothing out.
 */
export function generatePolicyAssignments(
  { managementGroupId, subscriptionId, main, assessments }: PolicyPlaces,
  now: Date,
): readonly PolicyAssignment[] {
  const subscription = `/subscriptions/${subscriptionId}`;
  const assign = (
    scope: string,
    name: string,
    daysAgo: number,
    properties: PolicyAssignment["properties"],
  ): PolicyAssignment => ({
    id: assignmentId(scope, name),
    name,
    scope,
    properties: { enforcementMode: "Default", notScopes: [], ...properties },
    createdAt: new Date(now.getTime() - daysAgo * day),
    createdBy: "ada@contoso.com",
  });
  return [
    assign(subscription, "SecurityCenterBuiltIn", 700, {
      displayName: "ASC Default (subscription: Contoso)",
      policyDefinitionId: initiativeId(benchmark.name),
      parameters: switchedOff(main, assessments),
    }),
    assign(managementGroupId, "Deny-Privileged-AKS", 400, {
      displayName: "No privileged containers",
      policyDefinitionId: policyDefinitionId("95edb821-ddaf-4404-9732-666045e056b4"),
      parameters: {
        effect: { value: "deny" },
        excludedNamespaces: { value: ["kube-system", "gatekeeper-system", "azure-arc", "calico-system"] },
      },
    }),
    assign(`${subscription}/resourceGroups/${main.resourceGroup}`, "try-https-only", 12, {
      displayName: "HTTPS only (trial)",
      enforcementMode: "DoNotEnforce",
      policyDefinitionId: policyDefinitionId("1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d"),
      parameters: { effect: { value: "Deny" } },
    }),
  ];
}

/** Parameters that disable what Defender for Cloud says is off by policy. */
function switchedOff(
  main: Cluster,
  assessments: readonly WorldAssessment[],
): PolicyAssignment["properties"]["parameters"] {
  const off = assessments
    .filter(({ id, properties }) => id.startsWith(`${main.id}/providers/`) && isOffByPolicy(properties))
    .map(({ properties }) => JSON.stringify(properties.metadata));
  return Object.fromEntries(
    benchmark.members
      .filter(({ policy }) => off.some((metadata) => metadata.includes(policy)))
      .map(({ parameters }) => [parameters.effect ?? "", { value: "Disabled" }]),
  );
}

function isOffByPolicy({ status }: WorldAssessment["properties"]): boolean {
  return (status as { readonly cause?: unknown }).cause === "OffByPolicy"; // As the world generates them.
}
