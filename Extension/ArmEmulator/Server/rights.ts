import type { TokenClaims } from "./accessToken";
import { ArmError } from "./arm";
import type { Operation, Role } from "./operation";

/** Roles in force at a scope: those assigned at it or above it. */
export function rolesAt(roles: readonly Role[], scope: string): readonly Role[] {
  const wanted = `${scope.toLowerCase()}/`;
  return roles.filter((role) => wanted.startsWith(`${role.scope.toLowerCase()}/`));
}

/** Whether anything is assigned at the scope, above it, or inside of it: who has a role on one resource sees its subscription. */
export function hasRoleIn(roles: readonly Role[], scope: string): boolean {
  const start = `${scope.toLowerCase()}/`;
  return rolesAt(roles, scope).length > 0 || roles.some((role) => role.scope.toLowerCase().startsWith(start));
}

export function mayDo(roles: readonly Role[], action: string, scope: string): boolean {
  return mayDoAt(roles, action)(scope);
}

/** The same for one action at many scopes. */
export function mayDoAt(roles: readonly Role[], action: string): (scope: string) => boolean {
  const covers = (pattern: string) => matches(pattern, action);
  const places = roles
    .filter((role) => role.actions.some(covers) && !role.notActions.some(covers))
    .map((role) => `${role.scope.toLowerCase()}/`);
  return (scope) => {
    const wanted = `${scope.toLowerCase()}/`;
    return places.some((place) => wanted.startsWith(place));
  };
}

function matches(pattern: string, action: string): boolean {
  const [first = "", ...others] = pattern.toLowerCase().split("*");
  let rest = action.toLowerCase();
  if (!rest.startsWith(first)) {
    return false;
  }
  rest = rest.slice(first.length);
  for (const [index, part] of others.entries()) {
    const at = index === others.length - 1 ? rest.length - part.length : rest.indexOf(part);
    if (at < 0 || !rest.startsWith(part, at)) {
      return false;
    }
    rest = rest.slice(at + part.length);
  }
  return others.length > 0 || rest === "";
}

/** Throws ARM's 403 when the caller may not do what the operation needs, at the scope where it needs it. */
export function checkRight(
  roles: readonly Role[],
  { action, scope }: Operation,
  place: Readonly<Record<string, string>>,
  path: string,
  caller: TokenClaims,
): void {
  const at = scope?.(place) ?? path;
  if (action !== undefined && !mayDo(roles, action, at)) {
    throw authorizationFailed(caller, action, at);
  }
}

/** ARM's refusal; its message is the only place that names the action. */
function authorizationFailed(caller: TokenClaims, action: string, scope: string): ArmError {
  return new ArmError(
    403,
    "AuthorizationFailed",
    `The client '${caller.name ?? caller.appid ?? ""}' with object id '${caller.oid}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}
