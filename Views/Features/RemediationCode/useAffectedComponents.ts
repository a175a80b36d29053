import type { AffectedComponents } from "../../../Client/Misconfigurations/affectedComponent";
import type { Loadable } from "../../Kit/Model/loadable";
import { useDetails } from "../../Kit/Session/useDetails";

/** What in the cluster goes against a policy, by the GUID of its definition. Asked once, however many parts of the page show it. */
export function useAffectedComponents(policyId: string): Loadable<AffectedComponents> {
  return useDetails("affectedComponents", policyId, ({ misconfigurations }, signal) =>
    misconfigurations.affectedComponents(policyId, signal),
  );
}
