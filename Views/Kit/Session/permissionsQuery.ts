import type { Permission } from "../../../Client/Core/rbac";
import type { Services } from "../../../Client/services";

/** Begins the key of each {@link permissionsQuery}. */
export const permissionsKey = "permissions";

/** Rights of the signed-in engineer at one scope, asked once per dashboard. */
export function permissionsQuery(services: Services, scope: string) {
  return {
    queryKey: [permissionsKey, scope] as const,
    queryFn: ({ signal }: { signal?: AbortSignal | undefined }): Promise<readonly Permission[]> =>
      services.permissions.at(scope, signal),
  };
}
