import { sameArmId } from "../Core/armId";
import type { Right } from "../Core/rbac";
import type { ClusterScope } from "../Core/clusterScope";
import { textOf } from "../Core/json";
import { clusterPlan, clusterRights, unwritable } from "./clusterFix";
import { creationOf, defaultWorkspaceOf, defaultWorkspaceWrites } from "./defaultWorkspace";
import { workspaceIdOf } from "./logWorkspace";
import { workspaceWarnings } from "./workspaceWarnings";
import { valueAt, withValue } from "./mergeJson";
import {
  refused,
  type FixInputs,
  type FixPlan,
  type FixReady,
  type LiveCluster,
  type QuickFix,
} from "./quickFix";
import { quickFixKeys } from "./quickFixKeys";

const profile = ["properties", "securityProfile", "defender"];
const enabled = [...profile, "securityMonitoring", "enabled"];
const workspace = [...profile, "logAnalyticsWorkspaceResourceId"];

/**
 * Enables the Defender profile (policies a1840de2-8088-4ea8-b153-b4c723e9cb01 and 64def556-fbad-4622-930e-72d1d5589bf5),
 * with a workspace that is there or with the region's default one.
 */
export const defenderProfileFix: QuickFix<FixInputs["defenderProfile"]> = {
  recommendation: quickFixKeys.defenderProfile,
  reads: ["workspaces"],
  rights: clusterRights,
  isFixed,
  plan(live, input) {
    if (isFixed(live)) {
      return refused("alreadyFixed");
    }
    const refusal = unwritable(live);
    if (refusal) {
      return refusal;
    }
    return input.workspace === "default" ? withDefault(live) : withExisting(live, input.workspace.id);
  },
};

function isFixed({ body }: LiveCluster): boolean {
  return valueAt(body, enabled) === true;
}

function withExisting(live: LiveCluster, text: string): FixPlan {
  const id = workspaceIdOf(text);
  if (id === undefined) {
    return refused("notAWorkspace", text);
  }
  const plan = switchedOn(live, id);
  return { ...plan, warnings: [...plan.warnings, ...workspaceWarnings(live, id)] };
}

function withDefault(live: LiveCluster): FixPlan {
  const made = defaultWorkspaceOf(live);
  if (!made) {
    return refused("noDefaultWorkspace", textOf(live.body.location) ?? "");
  }
  const plan = switchedOn(live, made.id);
  if (live.workspaces?.some(({ id }) => sameArmId(id, made.id))) {
    return plan;
  }
  const creations = defaultWorkspaceWrites(made);
  return {
    ...plan,
    changes: [...creations.map(creationOf), ...plan.changes],
    writes: [...creations, ...plan.writes],
    rights: [...creationRights(live.scope), ...plan.rights],
  };
}

/** Asked at the subscription: the resource group may not be there yet. */
function creationRights({ subscriptionScope: scope }: ClusterScope): readonly Right[] {
  return [
    { action: "Microsoft.Resources/subscriptions/resourceGroups/write", scope },
    { action: "Microsoft.OperationalInsights/workspaces/write", scope },
  ];
}

function switchedOn(live: LiveCluster, workspaceId: string): FixReady {
  const named = textOf(valueAt(live.body, workspace));
  const isReplaced = named !== undefined && !sameArmId(named, workspaceId);
  return clusterPlan(
    live,
    withValue(withValue(live.body, workspace, workspaceId), enabled, true),
    isReplaced ? [{ code: "replacesWorkspace", details: [named] }] : [],
  );
}
