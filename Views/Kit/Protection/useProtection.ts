import { lastKnown } from "../Model/loadable";
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

/** Whether findings have owners: only Defender CSPM keeps them. Where that is not known, what there is is shown. */
export function useHasOwners(): boolean {
  const { cspm } = useProtection();
  return lastKnown(cspm) ?? true;
}
