/** One role's worth of rights, as `Microsoft.Authorization/permissions` (2022-04-01) lists them. */
export interface Permission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/** A right that something takes. */
export interface Right {
  readonly action: string;
  /** ARM id of the scope where it is needed. */
  readonly scope: string;
}

/** Whether any role grants the action. `notActions` only take away from the role that names them. */
export function allowsAction(permissions: readonly Permission[], action: string): boolean {
  const covers = (pattern: string) => matchesAction(pattern, action);
  return permissions.some(
    (permission) => permission.actions.some(covers) && !permission.notActions.some(covers),
  );
}

/**
 * Patterns are compared without regard to case; `*` stands for any text, slashes included. The first and the last part are at
 * the ends, and each in between is best where it comes first, so one walk over the action is enough.
 */
function matchesAction(pattern: string, action: string): boolean {
  const text = action.toLowerCase();
  const [first = "", ...inner] = pattern.toLowerCase().split("*");
  const last = inner.pop();
  if (last === undefined) {
    return text === first;
  }
  let at = first.length;
  for (const part of inner) {
    const found = text.indexOf(part, at);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
  }
  return text.startsWith(first) && text.endsWith(last) && at <= text.length - last.length;
}
