import type { AffectedComponents } from "../../../Client/Misconfigurations/affectedComponent";
import type { Loadable } from "../../Kit/Model/loadable";
import { useDetails } from "../../Kit/Session/useDetails";

/** Components that don't comply with a policy, by the GUID of its definition. Requested once for all parts of the page. */
export function useAffectedComponents(policyId: string): Loadable<AffectedComponents> {
  return useDetails("affectedComponents", policyId, ({ misconfigurations }, signal) =>
    misconfigurations.affectedComponents(policyId, signal),
  );
}
