import { format } from "../../../Client/Core/format";
import { allowsAction, type Permission } from "../../../Client/Core/rbac";
import { useDashboard } from "./dashboardContext";
import { Findings } from "../Screens/Findings.resjson";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { permissionsQuery } from "./permissionsQuery";
import type { Loadable } from "../Model/loadable";
import { useLoadable, useLoadables } from "./useLoadable";
import { usePermissions } from "./usePermissions";

/**
 * Tells why an action is not allowed, as a sentence; `undefined` where it is, and where that could not be found out: then the
 * server decides.
 */
export function usePermission(
  scope: FindingsTab<Finding>["readScope"],
): (action: string) => string | undefined {
  return whyNotWith(usePermissions(scope, true));
}

/** The same at any ARM scope, such as a resource. */
export function usePermissionAt(scope: string): (action: string) => string | undefined {
  const { services } = useDashboard();
  return whyNotWith(useLoadable(permissionsQuery(services, scope)));
}

/** The same at several scopes, each asked once. The answer for a scope that was not named is that it is being checked. */
export function usePermissionAtEach(
  scopes: readonly string[],
): (scope: string) => (action: string) => string | undefined {
  const { services } = useDashboard();
  const distinct = [...new Set(scopes)];
  const rights = useLoadables(distinct.map((scope) => permissionsQuery(services, scope)));
  return (scope) => whyNotWith(rights[distinct.indexOf(scope)] ?? { status: "loading" });
}

/** Rights that could not be read again are those that were: the service decides in the end. */
function whyNotWith(rights: Loadable<readonly Permission[]>) {
  return (action: string): string | undefined => {
    switch (rights.status) {
      case "loading":
        return Findings.rightsLoading;
      case "failed":
        return undefined;
      case "ready":
      case "outdated":
        return allowsAction(rights.value, action) ? undefined : format(Findings.missingAction, action);
    }
  };
}
