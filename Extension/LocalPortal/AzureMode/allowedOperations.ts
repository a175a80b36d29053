/**
 * Every ARM operation that the product sends, as "METHOD path". `{name}` is one segment; `{scope}` is a subscription or anything
 * in it. Both modes of the local portal, and the contract tests of the services, run behind this list, so what it lacks breaks them.
 */
const subscription = "/subscriptions/{subscription}";
const group = `${subscription}/resourceGroups/{group}`;
const cluster = `${group}/providers/Microsoft.ContainerService/managedClusters/{cluster}`;
const pool = `${cluster}/agentPools/{pool}`;
const workspace = `${group}/providers/Microsoft.OperationalInsights/workspaces/{workspace}`;
const diagnosticSettings = `${cluster}/providers/Microsoft.Insights/diagnosticSettings`;
const policies = "/providers/Microsoft.Authorization";
const pricings = "{scope}/providers/Microsoft.Security/pricings/{plan}";
const owners = "{scope}/providers/Microsoft.Security/assessments/{assessment}/governanceAssignments";
const rules = `${subscription}/providers/Microsoft.Security/alertsSuppressionRules`;
const alerts = [subscription, group].map(
  (scope) => `${scope}/providers/Microsoft.Security/locations/{location}/alerts/{alert}`,
);

/** Without effect. Some POSTs only ask; the second of policy states is where the first one's links lead. */
export const allowedReads: readonly string[] = [
  "POST /providers/Microsoft.ResourceGraph/resources",
  `POST ${cluster}/providers/Microsoft.PolicyInsights/componentPolicyStates/latest/queryResults`,
  `POST ${cluster}/providers/Microsoft.PolicyInsights/policyStates/latest/queryResults`,
  `GET ${cluster}`,
  `GET ${cluster}/upgradeProfiles/default`,
  `GET ${cluster}/agentPools`,
  `GET ${pool}/upgradeProfiles/default`,
  `GET ${subscription}/providers/Microsoft.ContainerService/locations/{location}/operations/{operation}`,
  `GET ${diagnosticSettings}`,
  `GET ${diagnosticSettings}/{setting}`,
  `GET ${workspace}`,
  `GET ${group}`,
  `GET {scope}${policies}/permissions`,
  `GET ${cluster}${policies}/policyAssignments`,
  `GET ${policies}/policyDefinitions/{definition}`,
  `GET ${policies}/policySetDefinitions/{definition}`,
  `GET ${subscription}${policies}/policySetDefinitions/{definition}`,
  `GET /providers/Microsoft.Management/managementGroups/{group}${policies}/policySetDefinitions/{definition}`,
  `GET ${pricings}`,
  `GET ${owners}`,
  `GET ${owners}/{owner}`,
  `GET ${rules}`,
  ...alerts.map((alert) => `GET ${alert}`),
];

const alertChanges = ["activate", "dismiss", "inProgress", "resolve"];

/** With an effect: `--read-only` refuses them. */
export const allowedWrites: readonly string[] = [
  `PUT ${cluster}`,
  `POST ${pool}/upgradeNodeImageVersion`,
  `PUT ${diagnosticSettings}/{setting}`,
  `PUT ${workspace}`,
  `PUT ${group}`,
  `PUT {scope}${policies}/policyAssignments/{assignment}`,
  `PUT ${pricings}`,
  `DELETE ${pricings}`,
  `PUT ${owners}/{owner}`,
  `DELETE ${owners}/{owner}`,
  `PUT ${rules}/{rule}`,
  `DELETE ${rules}/{rule}`,
  ...alerts.flatMap((alert) => alertChanges.map((change) => `POST ${alert}/${change}`)),
];
