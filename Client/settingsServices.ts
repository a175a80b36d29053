import type { Azure } from "./Azure/Pipeline/azure";
import type { ClusterScope } from "./Core/clusterScope";
import { loadedOnUse } from "./Core/loadCode";
import { createArmClusterService } from "./DefenderPlan/armClusterService";
import { createArmPlanService } from "./DefenderPlan/armPlanService";
import { createArmPlanSettingsService } from "./DefenderPlan/armPlanSettingsService";
import { createArmPermissionService } from "./Permissions/armPermissionService";
import type { PageServices } from "./services";

/** What the settings of the plan ask of Azure. They know no findings, and no code of findings comes along. */
export function createSettingsServices(azure: Azure, cluster: ClusterScope): PageServices {
  const permissions = createArmPermissionService(azure);
  return {
    cluster: createArmClusterService(azure, cluster),
    permissions,
    plan: createArmPlanService(azure, cluster),
    planSettings: createArmPlanSettingsService(azure, cluster),
    quickFixes: loadedOnUse(async () => {
      const { createArmQuickFixService } = await import(
        /* webpackChunkName: "MoreServices" */ "./QuickFixes/armQuickFixService"
      );
      return createArmQuickFixService(azure, cluster, permissions.at);
    }),
  };
}
