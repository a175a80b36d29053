import { format } from "../../../Client/Core/format";
import type { AzureAccess } from "./azureAccount";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";
import { chooseCluster, type Terminal } from "./chooseCluster";
import { listClusters } from "./listClusters";

/**
 * Lists the AKS clusters that can be seen and returns the id of the chosen one; `tell` hears what couldn't be read. Rejects with
 * {@link AzureProblem}.
 */
export async function pickCluster(
  access: AzureAccess,
  terminal: Terminal,
  tell: (line: string) => void,
): Promise<string> {
  const { clusters, tenants, gaps } = await listClusters(access);
  gaps.forEach(tell);
  if (clusters.length === 0) {
    throw new AzureProblem("noCluster", format(AzureMode.noClusters, tenants.join(", ")));
  }
  const chosen = await chooseCluster(clusters, terminal);
  if (!chosen) {
    throw new AzureProblem("noCluster", AzureMode.notChosen);
  }
  return chosen.id;
}
