import type { Permission } from "../../../Client/Core/rbac";
import type { PageServices } from "../../../Client/services";
import { usePage } from "./dashboardContext";
import type { FindingsTab, Finding } from "../Model/findingsTab";
import type { Loadable } from "../Model/loadable";
import { useLoadable } from "./useLoadable";

/** Begins the key of each {@link permissionsQuery}. */
export const permissionsKey = "permissions";

/** Rights of the signed-in engineer at one scope, asked once per dashboard. */
export function permissionsQuery(services: Pick<PageServices, "permissions">, scope: string) {
  return {
    queryKey: [permissionsKey, scope] as const,
    queryFn: ({ signal }: { signal?: AbortSignal | undefined }): Promise<readonly Permission[]> =>
      services.permissions.at(scope, signal),
  };
}

/**
 * Rights in the cluster's resource group, where its alerts live, or in its subscription, where standards and plans do. Without
 * `enabled` nothing is requested, and the answer stays "loading" unless another component requests it.
 */
export function usePermissions(
  scope: FindingsTab<Finding>["readScope"],
  enabled: boolean,
): Loadable<readonly Permission[]> {
  const { cluster, services } = usePage();
  const id = scope === "subscription" ? cluster.subscriptionScope : cluster.resourceGroupId;
  return useLoadable({ ...permissionsQuery(services, id), enabled });
}
