import { systemClock, type Clock } from "../../../Client/Azure/Pipeline/waiting";
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
  const { clusters, tenants, gaps } = await listClusters({
    ...access,
    clock: tellingClock(access.clock ?? systemClock, tell),
  });
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

/** Waits shorter than this, in milliseconds, aren't worth a line. */
const noticed = 1_500;

/** Says that it waits, so that no one thinks it hangs. */
function tellingClock({ now, sleep }: Clock, tell: (line: string) => void): Clock {
  return {
    now,
    sleep(milliseconds, signal) {
      if (milliseconds >= noticed) {
        tell(format(AzureMode.waiting, Math.ceil(milliseconds / 1_000)));
      }
      return sleep(milliseconds, signal);
    },
  };
}
