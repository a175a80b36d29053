import { createArmAlertService } from "./Alerts/armAlertService";
import type { Azure } from "./Azure/Pipeline/azure";
import { loadedOnUse } from "./Core/loadCode";
import type { CoverageService } from "./DefenderPlan/coverageService";
import { createArmPlanService } from "./DefenderPlan/armPlanService";
import type { PlanService } from "./DefenderPlan/planService";
import type { PlanSettingsService } from "./DefenderPlan/planSettingsService";
import { createArmClusterService } from "./DefenderPlan/armClusterService";
import type { ClusterService } from "./DefenderPlan/clusterService";
import { createArmComplianceService } from "./Compliance/armComplianceService";
import type { ClusterScope } from "./Core/clusterScope";
import type { FindingService, FindingsPage } from "./Core/listing";
import type { QuickFixService } from "./QuickFixes/quickFixService";
import { ownershipOnUse } from "./Ownership/ownershipOnUse";
import type { OwnershipService } from "./Ownership/ownershipService";
import type { InvestigationService } from "./Investigation/investigationService";
import { createArmMisconfigurationService } from "./Misconfigurations/armMisconfigurationService";
import type { NodePoolService } from "./NodePools/nodePoolService";
import { createArmPermissionService } from "./Permissions/armPermissionService";
import type { PermissionService } from "./Permissions/permissionService";
import type { PolicyService } from "./Policy/policyService";
import type { SuppressionService } from "./Suppression/suppressionService";
import type { ProofService } from "./Proof/proofService";
import { createArmVulnerabilityService } from "./Vulnerabilities/armVulnerabilityService";

type Create<T> = (azure: Azure, cluster: ClusterScope) => T;

/**
 * The kinds of findings, one line each. The name is the id of the tab and part of links, so it never changes. Services, ids, and
 * what the data fetcher starts are derived from this table; `Views/Tabs/registry.ts` has the tabs.
 */
const findingServices = {
  alerts: createArmAlertService,
  vulnerabilities: createArmVulnerabilityService,
  misconfigurations: createArmMisconfigurationService,
  compliance: createArmComplianceService,
} satisfies Readonly<Record<string, Create<FindingService<unknown>>>>;

export type FindingKind = keyof typeof findingServices;

/** All of them, in the order of the table, whose keys they are. */
export const findingKinds = Object.keys(findingServices) as readonly FindingKind[];

type FindingServices = { readonly [K in FindingKind]: ReturnType<(typeof findingServices)[K]> };

/** What a service lists. */
export type FindingOf<K extends FindingKind> =
  Awaited<ReturnType<FindingServices[K]["listPage"]>> extends FindingsPage<infer T> ? T : never;

/** Everything a dashboard asks of Azure, scoped to one cluster. */
export interface Services extends FindingServices {
  readonly cluster: ClusterService;
  readonly coverage: CoverageService;
  readonly investigation: InvestigationService;
  readonly nodePools: NodePoolService;
  readonly ownership: OwnershipService;
  readonly permissions: PermissionService;
  readonly plan: PlanService;
  readonly planSettings: PlanSettingsService;
  readonly policy: PolicyService;
  readonly proof: ProofService;
  readonly quickFixes: QuickFixService;
  readonly suppression: SuppressionService;
}

/** What the first paint asks. The data fetcher loads these alone: what changes anything weighs more than they do. */
export type FirstServices = FindingServices & Pick<Services, "cluster" | "permissions" | "plan">;

/** What every page about a cluster asks, its settings too. */
export type PageServices = Pick<Services, "cluster" | "permissions" | "plan" | "planSettings" | "quickFixes">;

export function createFirstServices(azure: Azure, cluster: ClusterScope): FirstServices {
  return {
    ...createFindingServices(azure, cluster),
    cluster: createArmClusterService(azure, cluster),
    permissions: createArmPermissionService(azure),
    plan: createArmPlanService(azure, cluster),
  };
}

/** All of them, on top of those that the data fetcher has made, which know what was written meanwhile; absent: new ones. */
export function createServices(
  azure: Azure,
  cluster: ClusterScope,
  first = createFirstServices(azure, cluster),
): Services {
  return {
    ...first,
    coverage: loadedOnUse(async () => {
      const { createArmCoverageService } = await import(
        /* webpackChunkName: "MoreServices" */ "./DefenderPlan/armCoverageService"
      );
      return createArmCoverageService(azure, cluster);
    }),
    investigation: loadedOnUse(async () => {
      const { createArmInvestigationService } = await import(
        /* webpackChunkName: "MoreServices" */ "./Investigation/armInvestigationService"
      );
      return createArmInvestigationService(azure, cluster);
    }),
    nodePools: loadedOnUse(async () => {
      const { createArmNodePoolService } = await import(
        /* webpackChunkName: "MoreServices" */ "./NodePools/armNodePoolService"
      );
      return createArmNodePoolService(azure, cluster);
    }),
    ownership: ownershipOnUse(azure, cluster),
    planSettings: loadedOnUse(async () => {
      const { createArmPlanSettingsService } = await import(
        /* webpackChunkName: "MoreServices" */ "./DefenderPlan/armPlanSettingsService"
      );
      return createArmPlanSettingsService(azure, cluster);
    }),
    policy: loadedOnUse(async () => {
      const { createArmPolicyService } = await import(
        /* webpackChunkName: "MoreServices" */ "./Policy/armPolicyService"
      );
      return createArmPolicyService(azure, cluster);
    }),
    proof: loadedOnUse(async () => {
      const { createArmProofService } = await import(
        /* webpackChunkName: "Details" */ "./Proof/armProofService"
      );
      return createArmProofService(azure, cluster, first.permissions.at);
    }),
    quickFixes: loadedOnUse(async () => {
      const { createArmQuickFixService } = await import(
        /* webpackChunkName: "MoreServices" */ "./QuickFixes/armQuickFixService"
      );
      return createArmQuickFixService(azure, cluster, first.permissions.at);
    }),
    suppression: loadedOnUse(async () => {
      const { createArmSuppressionService } = await import(
        /* webpackChunkName: "MoreServices" */ "./Suppression/armSuppressionService"
      );
      return createArmSuppressionService(azure, cluster);
    }),
  };
}

function createFindingServices(azure: Azure, cluster: ClusterScope): FindingServices {
  const entries = findingKinds.map((kind) => [kind, findingServices[kind](azure, cluster)] as const);
  // Each kind has what its own line makes.
  return Object.fromEntries(entries) as FindingServices;
}
