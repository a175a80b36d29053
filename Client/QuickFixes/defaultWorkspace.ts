import { armPath } from "../Core/armUrl";
import type { FixChange, FixWrite, LiveCluster } from "./quickFix";
import { regionOf } from "./workspaceWarnings";

/** Short names of regions, from the built-in policy 64def556-fbad-4622-930e-72d1d5589bf5, version 4.3.0. */
// prettier-ignore
const regionCodes: Readonly<Record<string, string>> = {
  australiacentral: "CAU", australiacentral2: "CBR2", australiaeast: "EAU", australiasoutheast: "SEAU", brazilsouth: "CQ",
  brazilsoutheast: "BRSE", canadacentral: "CCA", canadaeast: "YQ", centralindia: "CIN", centralus: "CUS", eastasia: "EA",
  eastus: "EUS", eastus2: "EUS2", eastus2euap: "eus2p", germanynorth: "DEN", germanywestcentral: "DEWC", francecentral: "PAR",
  francesouth: "MRS", israelcentral: "ILC", italynorth: "ITN", japaneast: "EJP", japanwest: "OS", jioindiacentral: "JINC",
  jioindiawest: "JINW", koreacentral: "SE", koreasouth: "PS", mexicocentral: "MXC", northcentralus: "NCUS", northeurope: "NEU",
  norwayeast: "NOE", norwaywest: "NOW", polandcentral: "PLC", qatarcentral: "QLC", southafricanorth: "JNB",
  southafricawest: "CPT", southcentralus: "SCUS", southeastasia: "SEA", southindia: "MA", spaincentral: "ESC",
  swedencentral: "SEC", switzerlandnorth: "CHN", switzerlandwest: "CHW", uaecentral: "AUH", uaenorth: "DXB", uksouth: "SUK",
  ukwest: "WUK", westcentralus: "WCUS", westeurope: "WEU", westus: "WUS", westus2: "WUS2", westus3: "USW3",
  usgovvirginia: "USGV", usgovarizona: "USGA", chinaeast3: "NE3", chinanorth3: "NN3", chinaeast2: "E2",
};

/** The workspace that Defender for Cloud creates for a region without a chosen one. */
interface DefaultWorkspace {
  readonly id: string;
  readonly resourceGroupId: string;
  readonly location: string;
}

/** `undefined` for regions that have none. */
export function defaultWorkspaceOf(live: LiveCluster): DefaultWorkspace | undefined {
  const location = regionOf(live)?.toLowerCase().replaceAll(" ", "") ?? "";
  const code = Object.hasOwn(regionCodes, location) ? regionCodes[location] : undefined;
  if (code === undefined) {
    return undefined;
  }
  const { subscriptionId, subscriptionScope } = live.scope;
  const resourceGroupId = `${subscriptionScope}/resourceGroups/DefaultResourceGroup-${code}`;
  const name = `DefaultWorkspace-${subscriptionId}-${code}`;
  return {
    id: `${resourceGroupId}/providers/Microsoft.OperationalInsights/workspaces/${name}`,
    resourceGroupId,
    location,
  };
}

/** How the same policy makes it, except that neither a group nor a workspace that is there is touched. */
export function defaultWorkspaceWrites({ id, resourceGroupId, location }: DefaultWorkspace) {
  return [
    { resource: "resourceGroup", path: armPath`${resourceGroupId}`, body: { location }, onlyIfMissing: true },
    {
      resource: "workspace",
      path: armPath`${id}`,
      body: {
        location,
        properties: { sku: { name: "pernode" }, retentionInDays: 30, features: { searchVersion: 1 } },
      },
      onlyIfMissing: true,
    },
  ] as const satisfies readonly FixWrite[];
}

export function creationOf({ resource, path, body }: FixWrite): FixChange {
  return { resource, path, before: undefined, after: body };
}
