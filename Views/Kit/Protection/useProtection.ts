import { useDashboard } from "../Session/dashboardContext";
import { protectionQueries } from "./protectionQueries";
import type { Protection } from "../Screens/screen";
import { useLoadable } from "../Session/useLoadable";

/** What is enabled for the cluster, as far as it's known. */
export function useProtection(): Protection {
  const queries = protectionQueries(useDashboard().services);
  return {
    plan: useLoadable(queries.plan),
    cspm: useLoadable(queries.cspm),
    profile: useLoadable(queries.profile),
  };
}
