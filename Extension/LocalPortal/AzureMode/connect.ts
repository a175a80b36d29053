import { apiVersion } from "../../../Client/Core/apiVersionTable";
import type { ClusterPlace } from "../Gate/compileCall";
import { format } from "../../../Client/Core/format";
import { recordOf, textOf } from "../../../Client/Core/json";
import { saidBy, type ArmAnswer } from "./armTransport";
import { createAccount, signedIn, tenantOf, type AzureAccess, type AzureAccount } from "./azureAccount";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";
import type { TokenClaims } from "./tokenClaims";

/** A cluster that can be shown. */
export interface Connection {
  readonly account: AzureAccount;
  readonly user: TokenClaims;
  readonly tenantId: string;
  /** What will be missing in the page; `undefined`: the cluster itself can be read. */
  readonly warning: string | undefined;
  /** Name of the resource group of the cluster's nodes; `undefined`: ARM did not say. */
  readonly nodeResourceGroup: string | undefined;
}

/**
 * Signs in to the tenant of a cluster's subscription and reads the cluster. Rejects with {@link AzureProblem} when there is nothing
 * to show. Who may not read the cluster may still read findings about it: that is a warning.
 */
export async function connect(access: AzureAccess, place: ClusterPlace): Promise<Connection> {
  const tenantId = access.tenantId ?? (await tenantOf(access, place.subscriptionId));
  const account = createAccount(access, tenantId);
  const user = await signedIn(account, access.now?.() ?? new Date());
  const answer = await readCluster(account, place.clusterId);
  return {
    account,
    user,
    tenantId: tenantId ?? user.tenantId ?? "",
    warning: checkCluster(answer, place.clusterId),
    nodeResourceGroup: textOf(recordOf(recordOf(answer.content).properties).nodeResourceGroup),
  };
}

function readCluster({ read }: AzureAccount, clusterId: string): Promise<ArmAnswer> {
  return read({ method: "GET", target: `${clusterId}?api-version=${apiVersion("managedClusters")}` });
}

function checkCluster(answer: ArmAnswer, clusterId: string): string | undefined {
  const said = saidBy(answer);
  switch (answer.status) {
    case 200:
      return undefined;
    case 403:
      return format(AzureMode.noAccess, clusterId, said);
    case 404:
      throw new AzureProblem("noCluster", format(AzureMode.clusterGone, clusterId, said));
    default:
      throw new AzureProblem("unexpected", format(AzureMode.unexpected, answer.status, said));
  }
}
