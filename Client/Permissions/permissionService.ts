import type { Permission } from "../Core/rbac";

/** Answers what the signed-in engineer may do. */
export interface PermissionService {
  /**
   * All rights at a scope (subscription, resource group or resource id), inherited ones included; empty when there are
   * none. Rejects with `FailureError` when they cannot be read: then nothing is known, and the server decides.
   */
  at(scope: string, signal?: AbortSignal): Promise<readonly Permission[]>;
}
