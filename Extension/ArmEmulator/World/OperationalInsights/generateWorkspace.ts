import type { Json, Workspace } from "../world";

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
    refusesKeys: false,
    customerId: "c2f7a9d4-1b63-4e58-9a0c-7d5e3f82b614",
  };
}

/** Properties of a workspace as ARM and Resource Graph return them. */
export function workspaceProperties(
  { customerId, sku, refusesKeys }: Workspace,
  provisioningState: string,
): Json {
  return {
    customerId,
    provisioningState,
    retentionInDays: 30,
    sku: { name: sku },
    features: {
      enableLogAccessUsingOnlyResourcePermissions: true,
      ...(refusesKeys && { disableLocalAuth: true }),
    },
  };
}
