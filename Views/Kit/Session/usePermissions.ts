import type { Permission } from "../../../Client/Core/rbac";
import { useDashboard } from "./dashboardContext";
import type { FindingsTab, Finding } from "../Model/findingsTab";
import type { Loadable } from "../Model/loadable";
import { permissionsQuery } from "./permissionsQuery";
import { useLoadable } from "./useLoadable";

/**
 * Rights in the cluster's resource group, where its alerts live, or in its subscription, where standards and plans do. Without
 * `enabled` nothing is requested, and the answer stays "loading" unless another component requests it.
 */
export function usePermissions(
  scope: FindingsTab<Finding>["readScope"],
  enabled: boolean,
): Loadable<readonly Permission[]> {
  const { cluster, services } = useDashboard();
  const id = scope === "subscription" ? cluster.subscriptionScope : cluster.resourceGroupId;
  return useLoadable({ ...permissionsQuery(services, id), enabled });
}
