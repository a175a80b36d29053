import { apiVersions } from "../Azure/arm";
import type { Azure } from "../Azure/azure";
import { getArm } from "../Azure/getArm";
import { Messages } from "../Azure/Messages.resjson";
import { readable } from "../Azure/readable";
import { armPath } from "../Domain/armUrl";
import type { ClusterScope } from "../Domain/clusterScope";
import { planFromWire } from "./planFromWire";
import type { PlanService } from "./planService";

/** The plans read from their pricings: the SDK's own client knows only those of subscriptions, and drops their extensions. */
export function createArmPlanService({ arm }: Azure, cluster: ClusterScope): PlanService {
  const read = async (scope: string, plan: string, commandName: string, signal?: AbortSignal) => {
    const path = armPath`${scope}/providers/Microsoft.Security/pricings/${plan}`;
    const resource = { commandName, path, apiVersion: apiVersions.pricings };
    return readable(planFromWire(await getArm(arm, resource, signal)), Messages.unreadablePlan);
  };
  return {
    get: (signal) => read(cluster.id, "Containers", "Dashboard/GetPlan", signal),

    async hasCspm(signal) {
      const { isOn } = await read(cluster.subscriptionScope, "CloudPosture", "Dashboard/GetCspm", signal);
      return isOn;
    },
  };
}
