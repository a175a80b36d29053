import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { getArm } from "../Azure/Arm/armCalls";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { armPath } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import { FailureError } from "../Core/failure";
import { planFromWire } from "./planFromWire";
import type { PlanService } from "./planService";
import { absent, postureFromWire } from "./postureFromWire";

/** The plans read from their pricings: the SDK's own client knows only those of subscriptions, and drops their extensions. */
export function createArmPlanService({ arm }: Azure, cluster: ClusterScope): PlanService {
  const read = (scope: string, plan: string, commandName: string, signal?: AbortSignal) => {
    const path = armPath`${scope}/providers/Microsoft.Security/pricings/${plan}`;
    return getArm(arm, { commandName, path, apiVersion: apiVersions.pricings }, signal);
  };
  const posture = async (signal?: AbortSignal) => {
    const scope = cluster.subscriptionScope;
    const body = await read(scope, "CloudPosture", "Dashboard/GetCspm", signal).catch(absentWhereNotFound);
    return required(postureFromWire(body), Messages.unreadablePlan, body);
  };
  return {
    async get(signal) {
      const body = await read(cluster.id, "Containers", "Dashboard/GetPlan", signal);
      return required(planFromWire(body), Messages.unreadablePlan, body);
    },

    hasCspm: async (signal) => (await posture(signal)) === "defender",

    hasFoundationalCspm: async (signal) => (await posture(signal)) !== "none",
  };
}

function absentWhereNotFound(error: unknown): typeof absent {
  if (error instanceof FailureError && error.failure.kind === "notFound") {
    return absent;
  }
  throw error;
}
