import { apiVersion } from "../../Core/apiVersionTable";

/** The api-versions that calls ask for; `Client/Core/apiVersionTable.ts` says how old they are. */
export const apiVersions = {
  resourceGraph: apiVersion("resourceGraph"),
  permissions: apiVersion("permissions"),
  pricings: apiVersion("pricings"),
  componentPolicyStates: apiVersion("componentPolicyStates"),
  alertInProgress: apiVersion("alertInProgress"),
  alerts: apiVersion("alerts"),
  suppressionRules: apiVersion("suppressionRules"),
  managedClusters: apiVersion("managedClusters"),
  upgradeNodeImage: apiVersion("upgradeNodeImage"),
  policy: apiVersion("policy"),
  diagnosticSettings: apiVersion("diagnosticSettings"),
  governance: apiVersion("governance"),
  workspaces: apiVersion("workspaces"),
  resourceGroups: apiVersion("resourceGroups"),
} as const;

/** Name of a call in the portal's telemetry, at most 60 characters. */
export const commandNameHeader = "x-ms-command-name";

/** Options that give one SDK call its telemetry name and its abort signal. */
export function callOptions(commandName: string, signal: AbortSignal | undefined) {
  return {
    ...(signal ? { abortSignal: signal } : {}),
    requestOptions: { customHeaders: { [commandNameHeader]: commandName } },
  };
}
