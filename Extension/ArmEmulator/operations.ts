import { agentPoolOperations } from "./Operations/agentPools";
import { alertOperations } from "./Operations/alerts";
import { changeAlertStatusOperations } from "./Operations/changeAlertStatus";
import { diagnosticSettingOperations } from "./Operations/diagnosticSettings";
import { getCluster } from "./Operations/getCluster";
import { getOperation } from "./Operations/getOperation";
import { getOperationResult } from "./Operations/getOperationResult";
import { governanceAssignmentOperations } from "./Operations/governanceAssignments";
import { listClusters, listClustersOfResourceGroup } from "./Operations/listClusters";
import { listPermissions } from "./Operations/listPermissions";
import { pricingOperations } from "./Operations/pricings";
import { policyAssignmentOperations } from "./Operations/policyAssignments";
import { policyDefinitionOperations } from "./Operations/policyDefinitions";
import { putCluster } from "./Operations/putCluster";
import { queryComponentPolicyStates } from "./Operations/queryComponentPolicyStates";
import { queryResources } from "./Operations/queryResources";
import { resourceGroupOperations } from "./Operations/resourceGroupOperations";
import { suppressionRuleOperations } from "./Operations/suppressionRules";
import { updateClusterTags } from "./Operations/updateClusterTags";
import { upgradeNodeImage } from "./Operations/upgradeNodeImage";
import { upgradeProfileOperations } from "./Operations/upgradeProfiles";
import { workspaceOperations } from "./Operations/workspaces";
import type { Operation } from "./Server/operation";

/** Every operation that the emulator answers. Anything else is a loud 404. */
export const operations: readonly Operation[] = [
  queryResources,
  listPermissions,
  queryComponentPolicyStates,
  getCluster,
  putCluster,
  updateClusterTags,
  listClusters,
  listClustersOfResourceGroup,
  getOperation,
  getOperationResult,
  ...alertOperations,
  ...changeAlertStatusOperations,
  ...suppressionRuleOperations,
  ...pricingOperations,
  ...agentPoolOperations,
  ...upgradeProfileOperations,
  upgradeNodeImage,
  ...policyDefinitionOperations,
  ...policyAssignmentOperations,
  ...governanceAssignmentOperations,
  ...diagnosticSettingOperations,
  ...workspaceOperations,
  ...resourceGroupOperations,
];
