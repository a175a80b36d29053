import type { Permission } from "../../../Client/Core/rbac";
import type { Services } from "../../../Client/services";

/** Rights of the signed-in engineer at one scope, asked once per dashboard. */
export function permissionsQuery(services: Services, scope: string) {
  return {
    queryKey: ["permissions", scope] as const,
    queryFn: ({ signal }: { signal?: AbortSignal | undefined }): Promise<readonly Permission[]> =>
      services.permissions.at(scope, signal),
  };
}
