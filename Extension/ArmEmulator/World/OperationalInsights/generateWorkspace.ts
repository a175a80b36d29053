import type { Workspace } from "../world";

/** The workspace that Defender for Cloud creates for a region without a chosen one. */
export function generateWorkspace(subscriptionId: string, location: string): Workspace {
  const resourceGroup = "DefaultResourceGroup-WEU";
  const name = `DefaultWorkspace-${subscriptionId}-WEU`;
  const type = "Microsoft.OperationalInsights/workspaces";
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${type}/${name}`,
    name,
    type,
    resourceGroup,
    location,
    sku: "PerGB2018",
    customerId: "c2f7a9d4-1b63-4e58-9a0c-7d5e3f82b614",
  };
}
