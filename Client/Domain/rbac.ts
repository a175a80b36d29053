/** One role's worth of rights, as `Microsoft.Authorization/permissions` (2022-04-01) lists them. */
export interface Permission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/** Whether any role grants the action. `notActions` only take away from the role that names them. */
export function allowsAction(permissions: readonly Permission[], action: string): boolean {
  const covers = (pattern: string) => matchesAction(pattern, action);
  return permissions.some(
    (permission) => permission.actions.some(covers) && !permission.notActions.some(covers),
  );
}

/** Patterns are compared without regard to case; `*` stands for any text, slashes included. */
function matchesAction(pattern: string, action: string): boolean {
  const parts = pattern.toLowerCase().split("*");
  const escaped = parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`).test(action.toLowerCase());
}
