import { createArmAlertService } from "./Alerts/armAlertService";
import type { AlertService } from "./Alerts/alertService";
import type { Azure } from "./Azure/azure";
import { createArmPlanService } from "./DefenderPlan/armPlanService";
import type { PlanService } from "./DefenderPlan/planService";
import type { ClusterScope } from "./Domain/clusterScope";
import { createArmMisconfigurationService } from "./Misconfigurations/armMisconfigurationService";
import type { MisconfigurationService } from "./Misconfigurations/misconfigurationService";
import { createArmPermissionService } from "./Permissions/armPermissionService";
import type { PermissionService } from "./Permissions/permissionService";

/** Everything a dashboard asks of Azure, scoped to one cluster. */
export interface Services {
  readonly alerts: AlertService;
  readonly misconfigurations: MisconfigurationService;
  readonly permissions: PermissionService;
  readonly plan: PlanService;
}

export function createServices(azure: Azure, cluster: ClusterScope): Services {
  return {
    alerts: createArmAlertService(azure, cluster),
    misconfigurations: createArmMisconfigurationService(azure, cluster),
    permissions: createArmPermissionService(azure),
    plan: createArmPlanService(azure, cluster),
  };
}
