import { alertOperations } from "./Operations/alerts";
import { changeAlertStatusOperations } from "./Operations/changeAlertStatus";
import { getCluster } from "./Operations/getCluster";
import { getOperation } from "./Operations/getOperation";
import { getOperationResult } from "./Operations/getOperationResult";
import { listAgentPools } from "./Operations/listAgentPools";
import { listClusters, listClustersOfResourceGroup } from "./Operations/listClusters";
import { listDiagnosticSettings } from "./Operations/listDiagnosticSettings";
import { listPermissions } from "./Operations/listPermissions";
import { pricingOperations } from "./Operations/pricings";
import { queryComponentPolicyStates } from "./Operations/queryComponentPolicyStates";
import { queryResources } from "./Operations/queryResources";
import { suppressionRuleOperations } from "./Operations/suppressionRules";
import { updateClusterTags } from "./Operations/updateClusterTags";
import type { Operation } from "./Server/arm";

/** Every operation that the emulator answers. Anything else is a loud 404. */
export const operations: readonly Operation[] = [
  queryResources,
  listPermissions,
  queryComponentPolicyStates,
  getCluster,
  updateClusterTags,
  listAgentPools,
  listDiagnosticSettings,
  listClusters,
  listClustersOfResourceGroup,
  getOperation,
  getOperationResult,
  ...alertOperations,
  ...changeAlertStatusOperations,
  ...suppressionRuleOperations,
  ...pricingOperations,
];
