import { notifyManager, useQueryClient } from "@tanstack/react-query";
import type { ReachableAlerts } from "../../../Client/Suppression/suppressionReach";
import type { SuppressionRule } from "../../../Client/Suppression/suppressionRule";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { findingsKey } from "../../Kit/Session/findingsQuery";
import type { Loadable } from "../../Kit/Model/loadable";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { tabIds } from "../../Kit/Model/tabIds";

const rulesKey = ["suppressionRules"] as const;

/** All suppression rules of the subscription. */
export function useSuppressionRules(): Loadable<readonly SuppressionRule[]> {
  const { services } = useDashboard();
  return useLoadable({ queryKey: rulesKey, queryFn: ({ signal }) => services.suppression.list(signal) });
}

/** The alerts of one type that a rule might reach. */
export function useReachableAlerts(alertType: string): Loadable<ReachableAlerts> {
  const { services } = useDashboard();
  return useLoadable({
    queryKey: ["reachableAlerts", alertType.toLowerCase()],
    queryFn: ({ signal }) => services.suppression.reachable(alertType, signal),
  });
}

/** Changes rules and then, by itself, reads again what that may have changed. Each rejects with `FailureError`. */
export function useRuleChanges() {
  const { services } = useDashboard();
  const queries = useQueryClient();
  const readAgain = () => {
    void queries.refetchQueries({ queryKey: rulesKey });
    void queries.refetchQueries({ queryKey: findingsKey(tabIds.alerts) });
    void queries.invalidateQueries({ queryKey: ["reachableAlerts"] });
  };
  // Whoever waits for the change closes first: React 17 warns of news for what is gone.
  const readAgainSoon = () => notifyManager.schedule(readAgain);
  return {
    async save(rule: SuppressionRule) {
      await services.suppression.save(rule);
      readAgainSoon();
    },
    async remove(name: string) {
      await services.suppression.remove(name);
      readAgainSoon();
    },
  };
}
