import { useQuery } from "@tanstack/react-query";
import { failureOf } from "../../Client/Domain/failure";
import type { Permission } from "../../Client/Domain/rbac";
import { useDashboard } from "./dashboardContext";
import type { Loadable } from "./loadable";
import { permissionsQuery } from "./permissionsQuery";

/** Rights in the cluster's resource group, where the cluster's alerts live. */
export function usePermissions(): Loadable<readonly Permission[]> {
  const { cluster, services } = useDashboard();
  const { data, error, isFetching, refetch } = useQuery(permissionsQuery(services, cluster.resourceGroupId));
  if (data) {
    return { status: "ready", value: data, refreshing: isFetching };
  }
  return error && !isFetching
    ? { status: "failed", failure: failureOf(error), retry: () => void refetch() }
    : { status: "loading" };
}
