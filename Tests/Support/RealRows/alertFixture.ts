import type { AlertSubject } from "../../../Client/Alerts/alertSubject";
import type { KubectlCommandId } from "../../../Client/Investigation/kubectl";
import type { LogQueryId } from "../../../Client/Investigation/logQuery";

type Json = Readonly<Record<string, unknown>>;

/** An alert as ARM's REST gives it, in camelCase. */
export interface RestAlert {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: Json;
}

/** An alert in a shape that was seen or documented, with values that are made up, and what is true of it. */
export interface AlertFixture {
  readonly shape: string;
  readonly rest: RestAlert;
  readonly says: {
    /** What was attacked, as the list calls it. */
    readonly affected: string;
    readonly subject: AlertSubject;
    /** Every entity as "kind name". */
    readonly entities: readonly string[];
    /** kubectl commands beside the first one, which needs the cluster alone. */
    readonly commands: readonly KubectlCommandId[];
    /** The queries for its logs, and what each must filter by. */
    readonly queries: Readonly<Partial<Record<LogQueryId, readonly string[]>>>;
    /** What to search for among vulnerabilities. */
    readonly search: string | undefined;
    readonly tactics?: readonly string[];
    readonly steps?: readonly string[];
  };
}

export const subscriptionId = "7c0e5a41-66d2-4f0b-a7c9-2f4b8e1d3a90";
export const clusterGroup = "rg-harbour";
export const clusterName = "harbour-aks";
export const clusterId = `/subscriptions/${subscriptionId}/resourceGroups/${clusterGroup}/providers/Microsoft.ContainerService/managedClusters/${clusterName}`;
export const nodeGroup = "mc_rg-harbour_harbour-aks_northeurope";

/** Id of a scale set in the node resource group, in lower case as alerts have it. */
export const scaleSetId = (name: string) =>
  `/subscriptions/${subscriptionId}/resourcegroups/${nodeGroup}/providers/microsoft.compute/virtualmachinescalesets/${name}`;

export const instanceId = (scaleSet: string, instance: number) =>
  `${scaleSetId(scaleSet)}/virtualmachines/${instance}`;

/** What all alerts have around what one of them says; `group`: the resource group that it is kept in. */
export function restAlert(group: string, resourceId: string, said: Json): RestAlert {
  const name = `25171000000000000${Object.keys(said).length}_5d1f0c3a-2b47-4e0e-9a52-0c1d7e6f8b24`;
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Security/locations/northeurope/alerts/${name}`,
    name,
    type: "Microsoft.Security/Locations/alerts",
    properties: {
      status: "Active",
      severity: "Medium",
      version: "2022-01-01.0",
      vendorName: "Microsoft",
      productName: "Microsoft Defender for Cloud",
      systemAlertId: name,
      isIncident: false,
      startTimeUtc: "2026-11-20T10:00:00.0652248Z",
      endTimeUtc: "2026-11-20T10:00:00.0652248Z",
      timeGeneratedUtc: "2026-11-20T10:04:00.641Z",
      processingEndTimeUtc: "2026-11-20T10:05:00.1234567Z",
      resourceIdentifiers: [
        { $id: "northeurope_1", azureResourceId: resourceId, type: "AzureResource" },
        { $id: "northeurope_2", aadTenantId: "11111111-2222-4333-8444-555555555555", type: "AAD" },
      ],
      remediationSteps: ["Ask the owner of the workload."],
      intent: "Persistence",
      ...said,
    },
  };
}

/** The cluster's entities, as every alert of the cluster has them: `K8s-cluster` has no name of its own. */
export const clusterEntities: readonly Json[] = [
  {
    $id: "northeurope_3",
    resourceId: clusterId,
    resourceType: "Kubernetes Service",
    resourceName: clusterName,
    metadata: { isGraphCenter: true },
    asset: true,
    type: "azure-resource",
  },
  { $id: "northeurope_4", cloudResource: { $ref: "northeurope_3" }, asset: false, type: "K8s-cluster" },
];

export const namespaceEntity = (id: string, name: string): Json => ({
  $id: id,
  name,
  cluster: { $ref: "northeurope_4" },
  asset: false,
  type: "K8s-namespace",
});

/** The same alert as Resource Graph gives it: PascalCase at all levels (real-data.md §3). Labels with spaces keep theirs. */
export function graphRowOf({ id, name, properties }: RestAlert): Json {
  return {
    id,
    name,
    type: "microsoft.security/locations/alerts",
    properties: pascalCase(properties),
  };
}

function pascalCase(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(pascalCase);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, child]) => [
          key.charAt(0).toUpperCase() + key.slice(1),
          pascalCase(child),
        ]),
      )
    : value;
}
