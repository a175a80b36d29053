import { useDashboard } from "./dashboardContext";
import { protectionQueries } from "./protectionQueries";
import type { Protection } from "./screen";
import { useLoadable } from "./useLoadable";

/** What is switched on for the cluster, as far as it is known. */
export function useProtection(): Protection {
  const queries = protectionQueries(useDashboard().services);
  return {
    plan: useLoadable(queries.plan),
    cspm: useLoadable(queries.cspm),
    profile: useLoadable(queries.profile),
  };
}
