/** Every api-version that is not chosen by an SDK client itself. */
export const apiVersions = {
  resourceGraph: "2024-04-01",
  permissions: "2022-04-01",
  pricings: "2024-01-01",
  componentPolicyStates: "2024-10-01",
  /** The one that has "in progress"; the SDK's is older. */
  alertInProgress: "2022-01-01",
  alerts: "2022-01-01",
  suppressionRules: "2019-01-01-preview",
  managedClusters: "2026-01-01",
  /** The one of the SDK's client, which makes assignments. */
  policy: "2024-05-01",
  diagnosticSettings: "2021-05-01-preview",
  governance: "2022-01-01-preview",
  /** The ones of the built-in policy 64def556-fbad-4622-930e-72d1d5589bf5, which makes default workspaces. */
  workspaces: "2021-06-01",
  resourceGroups: "2019-05-01",
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
