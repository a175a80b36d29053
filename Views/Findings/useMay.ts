import { fillIn } from "../../Client/Domain/fillIn";
import { allowsAction, type Permission } from "../../Client/Domain/rbac";
import { useDashboard } from "./dashboardContext";
import { Findings } from "./Findings.resjson";
import type { Finding, FindingsTab } from "./findingsTab";
import type { Loadable } from "./loadable";
import { permissionsQuery } from "./permissionsQuery";
import { useLoadable } from "./useLoadable";
import { usePermissions } from "./usePermissions";

/**
 * Tells why an action is not allowed, as a sentence; `undefined` where it is, and where that could not be found out: then the
 * server decides.
 */
export function useMay(scope: FindingsTab<Finding>["readScope"]): (action: string) => string | undefined {
  return whyNotWith(usePermissions(scope, true));
}

/** The same at any ARM scope, such as a resource. */
export function useMayAt(scope: string): (action: string) => string | undefined {
  const { services } = useDashboard();
  return whyNotWith(useLoadable(permissionsQuery(services, scope)));
}

function whyNotWith(rights: Loadable<readonly Permission[]>) {
  return (action: string): string | undefined => {
    switch (rights.status) {
      case "loading":
        return Findings.rightsLoading;
      case "failed":
        return undefined;
      case "ready":
        return allowsAction(rights.value, action) ? undefined : fillIn(Findings.missingAction, action);
    }
  };
}
