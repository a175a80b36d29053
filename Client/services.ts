import { createArmAlertService } from "./Alerts/armAlertService";
import type { AlertService } from "./Alerts/alertService";
import type { Azure } from "./Azure/Pipeline/azure";
import { createArmPlanService } from "./DefenderPlan/armPlanService";
import { createArmPlanSettingsService } from "./DefenderPlan/armPlanSettingsService";
import type { PlanService } from "./DefenderPlan/planService";
import type { PlanSettingsService } from "./DefenderPlan/planSettingsService";
import { createArmClusterService } from "./DefenderPlan/armClusterService";
import type { ClusterService } from "./DefenderPlan/clusterService";
import { createArmComplianceService } from "./Compliance/armComplianceService";
import type { ComplianceService } from "./Compliance/complianceService";
import type { ClusterScope } from "./Core/clusterScope";
import { createArmQuickFixService } from "./QuickFixes/armQuickFixService";
import type { QuickFixService } from "./QuickFixes/quickFixService";
import { createArmInvestigationService } from "./Investigation/armInvestigationService";
import { createArmOwnershipService } from "./Ownership/armOwnershipService";
import type { OwnershipService } from "./Ownership/ownershipService";
import type { InvestigationService } from "./Investigation/investigationService";
import { createArmMisconfigurationService } from "./Misconfigurations/armMisconfigurationService";
import type { MisconfigurationService } from "./Misconfigurations/misconfigurationService";
import { createArmNodePoolService } from "./NodePools/armNodePoolService";
import type { NodePoolService } from "./NodePools/nodePoolService";
import { createArmPermissionService } from "./Permissions/armPermissionService";
import type { PermissionService } from "./Permissions/permissionService";
import { createArmPolicyService } from "./Policy/armPolicyService";
import type { PolicyService } from "./Policy/policyService";
import { createArmSuppressionService } from "./Suppression/armSuppressionService";
import type { SuppressionService } from "./Suppression/suppressionService";
import { createArmVulnerabilityService } from "./Vulnerabilities/armVulnerabilityService";
import type { VulnerabilityService } from "./Vulnerabilities/vulnerabilityService";

/** Everything a dashboard asks of Azure, scoped to one cluster. */
export interface Services {
  readonly alerts: AlertService;
  readonly cluster: ClusterService;
  readonly compliance: ComplianceService;
  readonly ownership: OwnershipService;
  readonly quickFixes: QuickFixService;
  readonly investigation: InvestigationService;
  readonly misconfigurations: MisconfigurationService;
  readonly nodePools: NodePoolService;
  readonly permissions: PermissionService;
  readonly plan: PlanService;
  readonly planSettings: PlanSettingsService;
  readonly policy: PolicyService;
  readonly suppression: SuppressionService;
  readonly vulnerabilities: VulnerabilityService;
}

export function createServices(azure: Azure, cluster: ClusterScope): Services {
  const permissions = createArmPermissionService(azure);
  return {
    alerts: createArmAlertService(azure, cluster),
    cluster: createArmClusterService(azure, cluster),
    compliance: createArmComplianceService(azure, cluster),
    ownership: createArmOwnershipService(azure, cluster),
    quickFixes: createArmQuickFixService(azure, cluster, permissions.at),
    investigation: createArmInvestigationService(azure, cluster),
    misconfigurations: createArmMisconfigurationService(azure, cluster),
    nodePools: createArmNodePoolService(azure, cluster),
    permissions,
    plan: createArmPlanService(azure, cluster),
    planSettings: createArmPlanSettingsService(azure, cluster),
    policy: createArmPolicyService(azure, cluster),
    suppression: createArmSuppressionService(azure, cluster),
    vulnerabilities: createArmVulnerabilityService(azure, cluster),
  };
}
