import type { Role } from "../Scenarios/scenario";
import { ArmError } from "./arm";
import type { TokenClaims } from "./accessToken";

/** Roles in force at a scope: those assigned at it or above it. */
export function rolesAt(roles: readonly Role[], scope: string): readonly Role[] {
  const wanted = `${scope.toLowerCase()}/`;
  return roles.filter((role) => wanted.startsWith(`${role.scope.toLowerCase()}/`));
}

export function mayDo(roles: readonly Role[], action: string, scope: string): boolean {
  const covers = (pattern: string) => matches(pattern, action);
  return rolesAt(roles, scope).some((role) => role.actions.some(covers) && !role.notActions.some(covers));
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

/** ARM's refusal; its message is the only place that names the action. */
export function authorizationFailed(claims: TokenClaims, action: string, scope: string): ArmError {
  return new ArmError(
    403,
    "AuthorizationFailed",
    `The client '${claims.name}' with object id '${claims.oid}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}
