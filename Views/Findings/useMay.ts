import { fillIn } from "../../Client/Domain/fillIn";
import { allowsAction } from "../../Client/Domain/rbac";
import { Findings } from "./Findings.resjson";
import type { Finding, FindingsTab } from "./findingsTab";
import { usePermissions } from "./usePermissions";

/**
 * Tells why an action is not allowed, as a sentence; `undefined` where it is, and where that could not be found out: then the
 * server decides.
 */
export function useMay(scope: FindingsTab<Finding>["readScope"]): (action: string) => string | undefined {
  const rights = usePermissions(scope, true);
  return (action) => {
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
