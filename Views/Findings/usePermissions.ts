import type { Permission } from "../../Client/Domain/rbac";
import { useDashboard } from "./dashboardContext";
import type { Loadable } from "./loadable";
import { permissionsQuery } from "./permissionsQuery";
import { useLoadable } from "./useLoadable";

/** Rights in the cluster's resource group, where the cluster's alerts live. */
export function usePermissions(): Loadable<readonly Permission[]> {
  const { cluster, services } = useDashboard();
  return useLoadable(permissionsQuery(services, cluster.resourceGroupId));
}
