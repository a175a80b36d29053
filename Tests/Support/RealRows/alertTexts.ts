import {
  clusterEntities,
  clusterGroup,
  clusterId,
  clusterName,
  restAlert,
  type AlertFixture,
} from "./alertFixture";

/** real-data.md §3 [3P]: steps and tactics that come as JSON text, and actions of which only the words are for people. */
const withTexts = (
  shape: string,
  said: Readonly<Record<string, unknown>>,
  steps: readonly string[],
  tactics: readonly string[],
): AlertFixture => ({
  shape,
  rest: restAlert(clusterGroup, clusterId, {
    alertType: "K8S_DeleteEvents",
    alertDisplayName: "Kubernetes events deleted",
    compromisedEntity: clusterName,
    entities: clusterEntities,
    extendedProperties: {},
    ...said,
  }),
  says: {
    affected: clusterName,
    subject: {},
    entities: [`azureResource ${clusterName}`, `cluster ${clusterName}`],
    commands: [],
    queries: { auditLog: [], auditAdminLog: [] },
    search: undefined,
    steps,
    tactics,
  },
});

const action = (displayValue: string) =>
  JSON.stringify({ kind: "openBlade", displayValue, extension: "Ext_Example", detailBlade: "ExampleBlade" });

/** real-data.md §3: facts come in several styles, here two labels in three spellings that read the same and say different things. */
const withAlikeFacts = withTexts(
  "facts whose labels read the same",
  {
    extendedProperties: {
      "source address": "203.0.113.4",
      sourceAddress: "203.0.113.5",
      "Source Address": "203.0.113.4",
      requestURI: "/api/v1",
    },
  },
  ["Ask the owner of the workload."],
  ["Persistence"],
);

export const textAlerts: readonly AlertFixture[] = [
  withAlikeFacts,
  withTexts(
    "steps as a list, tactics with commas",
    { remediationSteps: ["1. Look.", "2. Act."], intent: "Discovery,Impact" },
    ["Look.", "Act."],
    ["Discovery", "Impact"],
  ),
  withTexts(
    "steps as one text that is a JSON list, tactics too",
    {
      remediationSteps: '["1. Review the role.","2. Remove it.<br>Tell its owner."]',
      intent: '["CredentialAccess","Unknown","Execution"]',
    },
    ["Review the role.", "Remove it.", "Tell its owner."],
    ["CredentialAccess", "Execution"],
  ),
  withTexts(
    "steps as JSON texts of actions",
    {
      remediationSteps: [action("Open the cluster's role bindings"), "Rotate the token."],
      intent: ["Persistence"],
    },
    ["Open the cluster's role bindings", "Rotate the token."],
    ["Persistence"],
  ),
  withTexts(
    "steps as one text that is a JSON list of actions",
    {
      remediationSteps: `[${action("Open the alert")},${JSON.stringify(action("Ask the owner"))}]`,
      intent: "Unknown",
    },
    ["Open the alert", "Ask the owner"],
    [],
  ),
  withTexts(
    "a step that begins like JSON and is none",
    { remediationSteps: ["[1] See the runbook.", "{namespace} is the place to look."], intent: "Probing" },
    ["[1] See the runbook.", "{namespace} is the place to look."],
    ["Probing"],
  ),
];
