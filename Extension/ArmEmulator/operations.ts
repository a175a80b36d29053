import { agentPoolOperations } from "./Operations/agentPools";
import { alertOperations } from "./Operations/alerts";
import { changeAlertStatusOperations } from "./Operations/changeAlertStatus";
import { getCluster } from "./Operations/getCluster";
import { getPricing } from "./Operations/getPricing";
import { getOperation } from "./Operations/getOperation";
import { getOperationResult } from "./Operations/getOperationResult";
import { listClusters, listClustersOfResourceGroup } from "./Operations/listClusters";
import { listDiagnosticSettings } from "./Operations/listDiagnosticSettings";
import { listPermissions } from "./Operations/listPermissions";
import { policyAssignmentOperations } from "./Operations/policyAssignments";
import { policyDefinitionOperations } from "./Operations/policyDefinitions";
import { queryComponentPolicyStates } from "./Operations/queryComponentPolicyStates";
import { queryResources } from "./Operations/queryResources";
import { suppressionRuleOperations } from "./Operations/suppressionRules";
import { updateClusterTags } from "./Operations/updateClusterTags";
import { upgradeNodeImage } from "./Operations/upgradeNodeImage";
import { upgradeProfileOperations } from "./Operations/upgradeProfiles";
import type { Operation } from "./Server/arm";

/** Every operation that the emulator answers. Anything else is a loud 404. */
export const operations: readonly Operation[] = [
  queryResources,
  listPermissions,
  getPricing,
  queryComponentPolicyStates,
  getCluster,
  updateClusterTags,
  listDiagnosticSettings,
  listClusters,
  listClustersOfResourceGroup,
  getOperation,
  getOperationResult,
  ...alertOperations,
  ...changeAlertStatusOperations,
  ...suppressionRuleOperations,
  ...agentPoolOperations,
  ...upgradeProfileOperations,
  upgradeNodeImage,
  ...policyDefinitionOperations,
  ...policyAssignmentOperations,
];
