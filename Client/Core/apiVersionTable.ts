/** An api-version that the product asks for, or writes into code that it shows. */
interface ApiVersion {
  readonly used: string;
  /** The newest one that was seen in public when this was last looked at. */
  readonly newestSeen: string;
  /** First day on which Azure doesn't answer it, as Microsoft announced; `undefined`: nothing was announced. */
  readonly retiredOn: string | undefined;
}

/** The day on which the table was compared with what is public: specifications, templates, and the SDK. */
export const apiVersionsSeenOn = "2026-11-29";

/** All of them, but those that an SDK client chooses by itself. A test fails when one of them is past its retirement. */
export const apiVersionTable = {
  resourceGraph: { used: "2024-04-01", newestSeen: "2024-04-01", retiredOn: undefined },
  permissions: { used: "2022-04-01", newestSeen: "2022-04-01", retiredOn: undefined },
  /** The newer ones have other parts of the plan; the emulator and the settings know those of this one. */
  pricings: { used: "2024-01-01", newestSeen: "2026-07-01", retiredOn: undefined },
  componentPolicyStates: { used: "2024-10-01", newestSeen: "2024-10-01", retiredOn: undefined },
  /** The one that has "in progress"; the SDK's is older. */
  alertInProgress: { used: "2022-01-01", newestSeen: "2022-01-01", retiredOn: undefined },
  alerts: { used: "2022-01-01", newestSeen: "2022-01-01", retiredOn: undefined },
  suppressionRules: { used: "2019-01-01-preview", newestSeen: "2019-01-01-preview", retiredOn: undefined },
  managedClusters: { used: "2026-01-01", newestSeen: "2026-06-01", retiredOn: undefined },
  /** In commands and templates for clusters: the one that Terraform's and Bicep's types have had for some time. */
  managedClustersInCode: { used: "2025-10-01", newestSeen: "2026-06-01", retiredOn: undefined },
  /** The one of the SDK's client, which makes assignments. */
  policy: { used: "2024-05-01", newestSeen: "2024-05-01", retiredOn: undefined },
  /** In templates: older than the client's, and the same for what they assign. */
  policyAssignmentsInBicep: { used: "2024-04-01", newestSeen: "2024-05-01", retiredOn: undefined },
  diagnosticSettings: { used: "2021-05-01-preview", newestSeen: "2021-05-01-preview", retiredOn: undefined },
  governance: { used: "2022-01-01-preview", newestSeen: "2022-01-01-preview", retiredOn: undefined },
  /** The ones of the built-in policy 64def556-fbad-4622-930e-72d1d5589bf5, which makes default workspaces. */
  workspaces: { used: "2021-06-01", newestSeen: "2023-09-01", retiredOn: undefined },
  resourceGroups: { used: "2019-05-01", newestSeen: "2024-03-01", retiredOn: undefined },
  /** Local portal only: the tenant of a subscription. */
  subscriptions: { used: "2022-12-01", newestSeen: "2022-12-01", retiredOn: undefined },
  /** Local portal only, undocumented: what the Azure portal sends its batches to. */
  batch: { used: "2020-06-01", newestSeen: "2022-12-01", retiredOn: undefined },
} as const satisfies Readonly<Record<string, ApiVersion>>;

type Name = keyof typeof apiVersionTable;

/** The api-version to ask for. */
export function apiVersion<N extends Name>(name: N): (typeof apiVersionTable)[N]["used"] {
  return apiVersionTable[name].used;
}

/**
 * What is wrong with rows of such a table on a day (`2026-11-29`), by name: a version that Azure no longer answers, or one that is
 * newer than the newest.
 */
export function apiVersionProblems(
  table: Readonly<Record<string, ApiVersion>>,
  today: string,
): readonly string[] {
  return Object.entries(table).flatMap(([name, { used, newestSeen, retiredOn }]) => [
    ...[used, newestSeen].filter((one) => !form.test(one)).map((one) => `${name}: ${one} is no api-version`),
    ...(used.slice(0, day) > newestSeen.slice(0, day)
      ? [`${name}: ${used} is newer than ${newestSeen}`]
      : []),
    ...(retiredOn !== undefined && retiredOn <= today
      ? [`${name}: ${used} was retired on ${retiredOn}; the newest seen is ${newestSeen}`]
      : []),
  ]);
}

const form = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(-preview)?$/;
const day = "2026-11-29".length;
