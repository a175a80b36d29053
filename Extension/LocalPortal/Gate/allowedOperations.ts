import * as bodies from "./bodySchemas";

/**
 * Every ARM operation that the product sends. Both modes of the local portal, and the contract tests of the services, run behind
 * this list, so what it lacks breaks them.
 */
export interface AllowedOperation {
  /**
   * "METHOD path". `{cluster}`, `{subscription}` and the names that `gate.ts` binds stand for what the local portal was started
   * for; `{scope}` for any subscription or anything in it; every other name for one segment.
   */
  readonly call: string;
  /** JSON schema of the body; absent: there must be none. */
  readonly body?: object;
  /** What has to be true of the resource before it is written. */
  readonly before?: "isMissing" | "changesAsFixesDo";
}

const anyGroup = "/subscriptions/{anySubscription}/resourceGroups/{group}";
const pool = "{cluster}/agentPools/{pool}";
const workspaces = "providers/Microsoft.OperationalInsights/workspaces";
const diagnosticSettings = "{cluster}/providers/Microsoft.Insights/diagnosticSettings";
const policies = "/providers/Microsoft.Authorization";
const pricings = "providers/Microsoft.Security/pricings";
const owners = "{resource}/providers/Microsoft.Security/assessments/{assessment}/governanceAssignments";
const rules = "{subscription}/providers/Microsoft.Security/alertsSuppressionRules";
const alert = "{alertScope}/providers/Microsoft.Security/locations/{location}/alerts/{alert}";

/** Without effect. Some POSTs only ask; the second of policy states is where the first one's links lead. */
export const allowedReads: readonly AllowedOperation[] = [
  { call: "POST /providers/Microsoft.ResourceGraph/resources", body: bodies.graphQuery },
  ...[
    "POST {cluster}/providers/Microsoft.PolicyInsights/componentPolicyStates/latest/queryResults",
    "POST {cluster}/providers/Microsoft.PolicyInsights/policyStates/latest/queryResults",
    "GET {cluster}",
    "GET {cluster}/upgradeProfiles/default",
    "GET {cluster}/agentPools",
    `GET ${pool}/upgradeProfiles/default`,
    "GET {subscription}/providers/Microsoft.ContainerService/locations/{location}/operations/{operation}",
    `GET ${diagnosticSettings}`,
    `GET ${diagnosticSettings}/{setting}`,
    `GET ${anyGroup}/${workspaces}/{workspace}`,
    `GET ${anyGroup}`,
    `GET {scope}${policies}/permissions`,
    `GET {cluster}${policies}/policyAssignments`,
    `GET {policyScope}${policies}/policyAssignments/aks-defender-{policy}`,
    `GET ${policies}/policyDefinitions/{definition}`,
    `GET ${policies}/policySetDefinitions/{definition}`,
    `GET {subscription}${policies}/policySetDefinitions/{definition}`,
    `GET /providers/Microsoft.Management/managementGroups/{group}${policies}/policySetDefinitions/{definition}`,
    `GET {planScope}/${pricings}/{plan}`,
    `GET ${owners}`,
    `GET ${owners}/{owner}`,
    `GET ${rules}`,
    `GET ${rules}/{rule}`,
    `GET ${alert}`,
  ].map((call) => ({ call })),
];

const alertChanges = ["activate", "dismiss", "inProgress", "resolve"];

/** With an effect: `--read-only` refuses them. */
export const allowedWrites: readonly AllowedOperation[] = [
  { call: "PUT {cluster}", body: bodies.cluster, before: "changesAsFixesDo" },
  { call: `POST ${pool}/upgradeNodeImageVersion` },
  { call: `PUT ${diagnosticSettings}/{setting}`, body: bodies.diagnosticSetting },
  { call: "PUT {defaultGroup}", body: bodies.resourceGroup, before: "isMissing" },
  {
    call: `PUT {defaultGroup}/${workspaces}/{defaultWorkspace}`,
    body: bodies.workspace,
    before: "isMissing",
  },
  {
    call: `PUT {policyScope}${policies}/policyAssignments/aks-defender-{policy}`,
    body: bodies.policyAssignment,
  },
  { call: `PUT {planScope}/${pricings}/Containers`, body: bodies.pricing },
  { call: `DELETE {cluster}/${pricings}/Containers` },
  { call: `PUT ${owners}/{owner}`, body: bodies.governanceAssignment },
  { call: `DELETE ${owners}/{owner}` },
  { call: `PUT ${rules}/{rule}`, body: bodies.suppressionRule },
  { call: `DELETE ${rules}/{rule}` },
  ...alertChanges.map((change) => ({ call: `POST ${alert}/${change}` })),
];
