/** An api-version that the product asks for, or writes into code that it shows. */
export interface ApiVersion {
  readonly used: string;
  /** The newest one that was seen in public when this was last looked at. */
  readonly newestSeen: string;
  /** First day on which Azure doesn't answer it, as Microsoft announced; `undefined`: nothing was announced. */
  readonly retiredOn: string | undefined;
}

/**
 * All of them, as compared with what is public: specifications, templates, the SDK, and the pages in `Tests/Support/apiVersionProblems.ts`,
 * which says on which day. A test fails when one of them is past its retirement.
 */
export const apiVersionTable = {
  resourceGraph: { used: "2024-04-01", newestSeen: "2024-04-01", retiredOn: undefined },
  permissions: { used: "2022-04-01", newestSeen: "2022-04-01", retiredOn: undefined },
  /** The newer ones have other parts of the plan; the emulator and the settings know those of this one. */
  pricings: { used: "2024-01-01", newestSeen: "2026-07-01", retiredOn: undefined },
  componentPolicyStates: { used: "2024-10-01", newestSeen: "2024-10-01", retiredOn: undefined },
  /** The one that has "in progress"; the SDK's is older. */
  alertInProgress: { used: "2022-01-01", newestSeen: "2022-01-01", retiredOn: undefined },
  alerts: { used: "2022-01-01", newestSeen: "2022-01-01", retiredOn: undefined },
  /** Chosen by the SDK's client, which changes the other statuses. */
  alertStatus: { used: "2021-11-01", newestSeen: "2022-01-01", retiredOn: undefined },
  /** The SDK's client, which saves and deletes rules, chooses the same one. */
  suppressionRules: { used: "2019-01-01-preview", newestSeen: "2019-01-01-preview", retiredOn: undefined },
  managedClusters: { used: "2026-01-01", newestSeen: "2026-06-01", retiredOn: undefined },
  /** `agentPools.upgradeNodeImageVersion`, the only call by the SDK's client for AKS: the one that its types are of. */
  upgradeNodeImage: { used: "2026-04-01", newestSeen: "2026-06-01", retiredOn: undefined },
  /** In commands and templates for clusters: the one that Terraform's and Bicep's types have had for some time. */
  managedClustersInCode: { used: "2025-10-01", newestSeen: "2026-06-01", retiredOn: undefined },
  /** The SDK's client, which makes assignments, chooses the same one. */
  policy: { used: "2024-05-01", newestSeen: "2025-03-01", retiredOn: undefined },
  /** In templates: older than the client's, and the same for what they assign. */
  policyAssignmentsInBicep: { used: "2024-04-01", newestSeen: "2025-03-01", retiredOn: undefined },
  diagnosticSettings: { used: "2021-05-01-preview", newestSeen: "2021-05-01-preview", retiredOn: undefined },
  /** In templates, as the parent of governance assignments. */
  assessmentsInBicep: { used: "2021-06-01", newestSeen: "2025-05-04-preview", retiredOn: undefined },
  governance: { used: "2022-01-01-preview", newestSeen: "2022-01-01-preview", retiredOn: undefined },
  /** The ones of the built-in policy 64def556-fbad-4622-930e-72d1d5589bf5, which makes default workspaces. */
  workspaces: { used: "2021-06-01", newestSeen: "2025-07-01", retiredOn: undefined },
  resourceGroups: { used: "2019-05-01", newestSeen: "2025-04-01", retiredOn: undefined },
  /** Local portal only: the tenant of a subscription. */
  subscriptions: { used: "2022-12-01", newestSeen: "2022-12-01", retiredOn: undefined },
  /** Local portal only, undocumented: what the Azure portal sends its batches to. */
  batch: { used: "2020-06-01", newestSeen: "2022-12-01", retiredOn: undefined },
  /** Portal build only: of the asset type in the document by which the menu item for the AKS team is checked. */
  menuOwner: { used: "2024-01-01", newestSeen: "2026-06-01", retiredOn: undefined },
} as const satisfies Readonly<Record<string, ApiVersion>>;

type Name = keyof typeof apiVersionTable;

/** The api-version to ask for. */
export function apiVersion<N extends Name>(name: N): (typeof apiVersionTable)[N]["used"] {
  return apiVersionTable[name].used;
}
