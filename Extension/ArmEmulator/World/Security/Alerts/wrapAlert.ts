import type { Random } from "../../random";
import type { AlertPlace, WorldAlert } from "../../world";

const ascLocation = "westeurope";

/** Resource identifiers have the first numbers of an alert, its entities the next. */
const numberOf = (index: number): string => `${ascLocation}_${index}`;

/** What all alerts of Defender for Cloud have, around what one of them says. */
export function wrapAlert(
  place: AlertPlace,
  name: string,
  random: Random,
  said: Readonly<Record<string, unknown>>,
): WorldAlert {
  const { tenantId, subscriptionId, resourceGroup, resourceIds, status, spelling } = place;
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Security/locations/${ascLocation}/alerts/${name}`,
    name,
    resourceGroup,
    location: ascLocation,
    spelling,
    state: { changes: [] },
    properties: {
      version: "2022-01-01",
      systemAlertId: name,
      vendorName: "Microsoft",
      productName: "Microsoft Defender for Cloud",
      isIncident: false,
      correlationKey: random.hex(32),
      extendedLinks: [
        {
          Category: "documentation",
          Label: "Alerts for containers",
          Href: "https://learn.microsoft.com/azure/defender-for-cloud/alerts-containers",
          Type: "webLink",
        },
      ],
      alertUri: `https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/alertId/${name}/subscriptionId/${subscriptionId}/resourceGroup/${resourceGroup}/referencedFrom/alertDeepLink/location/${ascLocation}`,
      status,
      resourceIdentifiers: [
        ...resourceIds.map((azureResourceId, index) => ({
          $id: numberOf(index + 1),
          azureResourceId,
          type: "AzureResource",
          azureResourceTenantId: tenantId,
        })),
        { $id: numberOf(resourceIds.length + 1), aadTenantId: tenantId, type: "AAD" },
      ],
      ...said,
    },
  };
}
