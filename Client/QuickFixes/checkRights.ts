import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { isCanceled, FailureError } from "../Core/failure";
import { format } from "../Core/format";
import { allowsAction, type Permission, type Right } from "../Core/rbac";

/** Rights at a scope; rejects when they cannot be read. */
export type PermissionsAt = (scope: string, signal?: AbortSignal) => Promise<readonly Permission[]>;

/**
 * Rejects with {@link FailureError} of kind `forbidden`, naming the action, when one of the rights is missing. Where rights
 * cannot be read nothing is known, and the server decides.
 */
export async function checkRights(
  permissionsAt: PermissionsAt,
  rights: readonly Right[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const scopes = [...new Set(rights.map(({ scope }) => scope))];
  const known = new Map(
    await Promise.all(
      scopes.map(async (scope) => [scope, await readableRights(permissionsAt, scope, signal)] as const),
    ),
  );
  for (const { action, scope } of rights) {
    const permissions = known.get(scope);
    if (permissions && !allowsAction(permissions, action)) {
      const message = format(Messages.missingRight, action, scope);
      throw new FailureError({ kind: "forbidden", message, missingAction: action });
    }
  }
}

async function readableRights(permissionsAt: PermissionsAt, scope: string, signal: AbortSignal | undefined) {
  try {
    return await permissionsAt(scope, signal);
  } catch (error) {
    if (isCanceled(error)) {
      throw error;
    }
    return undefined;
  }
}
