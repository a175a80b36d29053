/** An api-version that the product asks for, or writes into code that it shows. */
interface ApiVersion {
  readonly used: string;
  /** The newest one that was seen in public when this was last looked at. */
  readonly newestSeen: string;
  /** First day on which Azure doesn't answer it, as Microsoft announced; `undefined`: nothing was announced. */
  readonly retiredOn: string | undefined;
}

/** The day on which the table was compared with what is public: specifications, templates, the SDK, and {@link retirementPages}. */
export const apiVersionsSeenOn = "2026-11-30";

/** Days after which the table has to be compared again. */
export const daysUntilCompared = 180;

/** Where Microsoft publishes which api-versions end, and when. There is no list for all of Azure. */
export const retirementPages = {
  /**
   * The policy: stable versions stay for years, and for three at least after a version that breaks something. A preview may end 90
   * days after a newer version. Single retirements are announced to who uses them.
   */
  azure: "https://learn.microsoft.com/azure/developer/intro/azure-service-sdk-tool-versioning",
  /** Dates for previews of AKS, which end about a year after they came. It has none for stable versions. */
  aks: "https://learn.microsoft.com/azure/aks/concepts-preview-api-life-cycle",
} as const;

/** All of them. A test fails when one of them is past its retirement. */
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

/**
 * What is wrong with rows of such a table on a day (`2026-11-29`), by name: a version that Azure no longer answers, a preview that may
 * have ended by the policy, or a version that is newer than the newest. `seenOn`: the day on which the table was compared with what is
 * public. Too long ago is a problem as well, since what was announced since isn't in it.
 */
export function apiVersionProblems(
  table: Readonly<Record<string, ApiVersion>>,
  today: string,
  seenOn: string,
): readonly string[] {
  const age = daysBetween(seenOn, today);
  const isOld = !(age <= daysUntilCompared);
  return [
    ...(isOld
      ? [`The table was compared with what is public on ${seenOn}, ${age} days ago. Compare it again.`]
      : []),
    ...Object.entries(table).flatMap(([name, row]) => rowProblems(name, row, today)),
  ];
}

function rowProblems(
  name: string,
  { used, newestSeen, retiredOn }: ApiVersion,
  today: string,
): readonly string[] {
  const wrong = [used, newestSeen].filter((one) => !form.test(one));
  if (wrong.length > 0) {
    return wrong.map((one) => `${name}: ${one} is no api-version`);
  }
  const [usedDay, newestDay] = [used.slice(0, day), newestSeen.slice(0, day)];
  const isSuperseded = isPreview(used) && used !== newestSeen && daysBetween(newestDay, today) > previewDays;
  return [
    ...(usedDay > newestDay ? [`${name}: ${used} is newer than ${newestSeen}`] : []),
    ...(isSuperseded ? [`${name}: ${used} may have ended ${previewDays} days after ${newestSeen}`] : []),
    // Also a date that can't be read: nothing may pass for lack of a comparison.
    ...(retiredOn !== undefined && !(daysBetween(today, retiredOn) > 0)
      ? [`${name}: ${used} was retired on ${retiredOn}; the newest seen is ${newestSeen}`]
      : []),
  ];
}

const isPreview = (version: string) => version.endsWith("-preview");

/** `NaN`: one of them isn't a day. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

const form = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(-preview)?$/;
const day = "2026-11-29".length;
/** {@link retirementPages}: how long a preview stays after a newer version. */
const previewDays = 90;
