import { apiVersions } from "../Azure/arm";
import type { Azure } from "../Azure/azure";
import { getArm } from "../Azure/getArm";
import { Messages } from "../Azure/Messages.resjson";
import type { ClusterScope } from "../Domain/clusterScope";
import { FailureError } from "../Domain/failure";
import { planFromWire } from "./planFromWire";
import type { PlanService } from "./planService";

/** The plan read from the pricing of the cluster: the SDK's own client knows only those of subscriptions. */
export function createArmPlanService({ arm }: Azure, cluster: ClusterScope): PlanService {
  return {
    async get(signal) {
      const resource = {
        commandName: "Dashboard/GetPlan",
        path: `${cluster.id}/providers/Microsoft.Security/pricings/Containers`,
        apiVersion: apiVersions.pricings,
      };
      const plan = planFromWire(await getArm(arm, resource, signal));
      if (!plan) {
        throw new FailureError({ kind: "unexpected", message: Messages.unreadablePlan });
      }
      return plan;
    },
  };
}
