import { useQueries } from "@tanstack/react-query";
import { allowsAction } from "../../../Client/Core/rbac";
import type { RequiredRight } from "../../../Client/QuickFixes/quickFix";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { permissionsQuery } from "../../Kit/Session/permissionsQuery";

/** Of the rights that are needed, those that are known to lack. What could not be found out is left to the server. */
export function useMissingRights(rights: readonly RequiredRight[]): readonly RequiredRight[] {
  const { services } = useDashboard();
  const scopes = [...new Set(rights.map(({ scope }) => scope))];
  const answers = useQueries({ queries: scopes.map((scope) => permissionsQuery(services, scope)) });
  return rights.filter(({ action, scope }) => {
    const permissions = answers[scopes.indexOf(scope)]?.data;
    return permissions !== undefined && !allowsAction(permissions, action);
  });
}
