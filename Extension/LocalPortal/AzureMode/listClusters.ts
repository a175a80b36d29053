import { listClustersQuery, worstPerClusterQuery } from "../../../Client/Clusters/clusters.query";
import { clusterWorstFromRow, type ClusterWorst } from "../../../Client/Clusters/clusterWorst";
import { apiVersion } from "../../../Client/Core/apiVersionTable";
import { format } from "../../../Client/Core/format";
import { recordOf, textOf } from "../../../Client/Core/json";
import { saidBy } from "./armTransport";
import { createAccount, signedIn, type AzureAccess, type AzureAccount } from "./azureAccount";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";
import { askGraph } from "./askGraph";

interface Tenant {
  readonly id: string;
  /** Its name, or its id where it has none. */
  readonly name: string;
}

/** A cluster to choose. */
export interface ListedCluster {
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  /** Name of its subscription, or its id where the name can't be read. */
  readonly subscription: string;
  readonly subscriptionId: string;
  readonly tenant: string;
  /** `failed`: it couldn't be read, which says nothing about the cluster. */
  readonly worst: ClusterWorst | { readonly state: "failed" };
}

interface ClusterList {
  /** By tenant, then by name. */
  readonly clusters: readonly ListedCluster[];
  /** Names of the tenants that were asked. */
  readonly tenants: readonly string[];
  /** What couldn't be read, in lines for the terminal. */
  readonly gaps: readonly string[];
}

/** Milliseconds that the list waits for what was found in the clusters. */
const longestForFindings = 15_000;

/** Tenants that are asked at once: for each one the Azure CLI is started. */
const tenantsAtOnce = 4;

/**
 * The AKS clusters that the signed-in account can see: in all of its tenants, or in the one that is asked for. Rejects with
 * {@link AzureProblem} without a sign-in, and when the account's own tenant can't be read; what's wrong with others is a gap.
 */
export async function listClusters(access: AzureAccess): Promise<ClusterList> {
  const home = createAccount(access, access.tenantId);
  const { tenantId: homeId = "" } = await signedIn(home, access.now?.() ?? new Date());
  const { tenants, gaps } =
    access.tenantId === undefined ? await tenantsOf(home) : { tenants: [], gaps: [] as readonly string[] };
  const own = tenants.find(({ id }) => id === homeId) ?? { id: homeId, name: homeId };
  const others = tenants.filter(({ id }) => id !== homeId);
  const lists = [await clustersOf(home, own)];
  for (let at = 0; at < others.length; at += tenantsAtOnce) {
    const some = others.slice(at, at + tenantsAtOnce);
    lists.push(...(await Promise.all(some.map((tenant) => clustersOfOther(access, tenant)))));
  }
  return {
    clusters: lists.flatMap(({ clusters }) => clusters),
    tenants: [own, ...others].map(({ name }) => name),
    gaps: [...gaps, ...lists.flatMap((list) => list.gaps)],
  };
}

type TenantClusters = Pick<ClusterList, "clusters" | "gaps">;

async function tenantsOf({ read }: AzureAccount): Promise<{
  readonly tenants: readonly Tenant[];
  readonly gaps: readonly string[];
}> {
  const answer = await read({
    method: "GET",
    target: `/tenants?api-version=${apiVersion("subscriptions")}`,
  });
  const { value } = recordOf(answer.content);
  if (answer.status !== 200 || !Array.isArray(value)) {
    return { tenants: [], gaps: [format(AzureMode.tenantsUnread, saidBy(answer))] };
  }
  const tenants = value.flatMap((one: unknown) => {
    const { tenantId, displayName, defaultDomain } = recordOf(one);
    const id = textOf(tenantId);
    return id === undefined ? [] : [{ id, name: textOf(displayName) ?? textOf(defaultDomain) ?? id }];
  });
  return { tenants, gaps: [] };
}

async function clustersOfOther(access: AzureAccess, tenant: Tenant): Promise<TenantClusters> {
  try {
    const account = createAccount(access, tenant.id);
    // Some credentials give a token of another tenant than the one asked for, and its clusters would be listed twice.
    await signedIn(account, access.now?.() ?? new Date());
    return await clustersOf(account, tenant);
  } catch (error) {
    if (error instanceof AzureProblem) {
      return { clusters: [], gaps: [format(AzureMode.tenantUnread, tenant.name, error.message)] };
    }
    throw error;
  }
}

/**
 * The clusters of one tenant. Findings that aren't there when `late` aborts are a gap; absent: after {@link longestForFindings}. Rejects
 * with {@link AzureProblem}.
 */
export async function clustersOf(
  account: Pick<AzureAccount, "read">,
  tenant: Tenant,
  late = AbortSignal.timeout(longestForFindings),
): Promise<TenantClusters> {
  const reading = worstOfAll(account, late);
  const rows = await askGraph(account, listClustersQuery());
  const { worst, problem } = await reading;
  const clusters = rows.flatMap((row): readonly ListedCluster[] => {
    const { id, name, resourceGroup, subscriptionId, subscriptionName } = recordOf(row);
    const clusterId = textOf(id);
    if (clusterId === undefined) {
      return [];
    }
    const subscription = textOf(subscriptionId) ?? "";
    return [
      {
        id: clusterId,
        name: textOf(name) ?? "",
        resourceGroup: textOf(resourceGroup) ?? "",
        subscription: textOf(subscriptionName) ?? subscription,
        subscriptionId: subscription,
        tenant: tenant.name,
        worst: worst?.get(clusterId.toLowerCase()) ?? { state: worst ? "unknown" : "failed" },
      },
    ];
  });
  const isWorthSaying = problem !== undefined && clusters.length > 0;
  return { clusters, gaps: isWorthSaying ? [format(AzureMode.findingsUnread, problem)] : [] };
}

/** By cluster's id in lower case. Never rejects: the list is good without it, as long as it says so. */
async function worstOfAll(
  account: Pick<AzureAccount, "read">,
  late: AbortSignal,
): Promise<{
  /** `undefined`: it couldn't be read. */
  readonly worst?: ReadonlyMap<string, ClusterWorst>;
  readonly problem?: string;
}> {
  try {
    const rows = await askGraph(account, worstPerClusterQuery(), late);
    const read = rows.flatMap((row) => clusterWorstFromRow(row) ?? []);
    return { worst: new Map(read.map(({ id, worst }) => [id, worst])) };
  } catch (error) {
    const tooLate = late.aborted ? format(AzureMode.findingsLate, longestForFindings / 1_000) : undefined;
    return { problem: tooLate ?? (error instanceof Error ? error.message : String(error)) };
  }
}
