import { useQueryClient } from "@tanstack/react-query";
import type { Finding, FindingsTab } from "./findingsTab";
import { screenOf, type Screen } from "./screen";
import { useFindings } from "./useFindings";
import { usePermissions } from "./usePermissions";
import { usePlan } from "./usePlan";

/** The screen of a tab, and whether it is being read again meanwhile. */
export function useScreen<T extends Finding>(
  tab: FindingsTab<T>,
): { readonly screen: Screen<T>; readonly refreshing: boolean } {
  const queries = useQueryClient();
  const load = useFindings(tab);
  const screen = screenOf({
    load,
    rights: usePermissions(),
    plan: usePlan(),
    readAction: tab.readAction,
    needsPlan: tab.needsPlan,
    refresh: () => void queries.refetchQueries({ type: "active" }),
  });
  return { screen, refreshing: load.status === "ready" && load.refreshing };
}
