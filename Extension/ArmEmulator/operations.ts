import { agentPoolOperations } from "./Operations/ContainerService/agentPools";
import { alertOperations } from "./Operations/Security/alerts";
import { changeAlertStatusOperations } from "./Operations/Security/changeAlertStatus";
import { diagnosticSettingOperations } from "./Operations/Insights/diagnosticSettings";
import { clusterCredentialOperations } from "./Operations/ContainerService/clusterCredentials";
import { getCluster } from "./Operations/ContainerService/getCluster";
import { getOperation } from "./Operations/Resources/getOperation";
import { getOperationResult } from "./Operations/Resources/getOperationResult";
import { governanceAssignmentOperations } from "./Operations/Security/governanceAssignments";
import { listClusters, listClustersOfResourceGroup } from "./Operations/ContainerService/listClusters";
import { listPermissions } from "./Operations/Authorization/listPermissions";
import { pricingOperations } from "./Operations/Security/pricings";
import { listTenants } from "./Operations/Resources/listTenants";
import { policyAssignmentOperations } from "./Operations/Authorization/policyAssignments";
import { policyDefinitionOperations } from "./Operations/Authorization/policyDefinitions";
import { putCluster } from "./Operations/ContainerService/putCluster";
import { queryComponentPolicyStates } from "./Operations/Authorization/queryComponentPolicyStates";
import { queryResources } from "./Operations/Resources/queryResources";
import { resourceGroupOperations } from "./Operations/Resources/resourceGroupOperations";
import { subscriptionOperations } from "./Operations/Resources/subscriptions";
import { suppressionRuleOperations } from "./Operations/Security/suppressionRules";
import { updateClusterTags } from "./Operations/ContainerService/updateClusterTags";
import { upgradeNodeImage } from "./Operations/ContainerService/upgradeNodeImage";
import { upgradeProfileOperations } from "./Operations/ContainerService/upgradeProfiles";
import { workspaceOperations } from "./Operations/OperationalInsights/workspaces";
import { assessmentMetadataOperations } from "./Operations/Security/assessmentMetadata";
import { findingOperations } from "./Operations/Security/findings";
import { queryPolicyStates } from "./Operations/Authorization/queryPolicyStates";
import { resourceOperations } from "./Operations/Resources/resources";
import { resourceProviderOperation } from "./Operations/Resources/resourceProviders";
import { roleOperations } from "./Operations/Authorization/roles";
import type { Operation } from "./Server/operation";

const ofProviders: readonly Operation[] = [
  queryResources,
  listTenants,
  listPermissions,
  queryComponentPolicyStates,
  getCluster,
  ...clusterCredentialOperations,
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
  ...subscriptionOperations,
  ...resourceOperations,
  ...findingOperations,
  ...assessmentMetadataOperations,
  ...roleOperations,
  queryPolicyStates,
];

/** Every operation that the emulator answers. Anything else is a loud 404. */
export const operations: readonly Operation[] = [...ofProviders, resourceProviderOperation(ofProviders)];
