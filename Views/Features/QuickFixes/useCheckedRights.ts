import { allowsAction, type Right } from "../../../Client/Core/rbac";
import { lastKnown, mapLoadable, type Loadable } from "../../Kit/Model/loadable";
import { usePage } from "../../Kit/Session/dashboardContext";
import { permissionsQuery } from "../../Kit/Session/permissionsQuery";
import { useLoadables } from "../../Kit/Session/useLoadable";

/** A right that is needed, and whether the engineer holds it. */
export interface CheckedRight extends Right {
  readonly isHeld: Loadable<boolean>;
}

/** Asks each scope once. What can't be found out is left to the server, and said. */
export function useCheckedRights(rights: readonly Right[]): readonly CheckedRight[] {
  const { services } = usePage();
  const scopes = [...new Set(rights.map(({ scope }) => scope))];
  const answers = useLoadables(scopes.map((scope) => permissionsQuery(services, scope)));
  return rights.map((right) => {
    const answer = answers[scopes.indexOf(right.scope)] ?? ({ status: "loading" } as const);
    return { ...right, isHeld: mapLoadable(answer, (held) => allowsAction(held, right.action)) };
  });
}

/** Those that are known to lack. */
export function missingIn(rights: readonly CheckedRight[]): readonly CheckedRight[] {
  return rights.filter(({ isHeld }) => lastKnown(isHeld) === false);
}
