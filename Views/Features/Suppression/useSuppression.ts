import type { ClusterScope } from "../../../Client/Core/clusterScope";
import { format } from "../../../Client/Core/format";
import { readableLine } from "../../../Client/Core/visibleText";
import type { ReachableAlerts } from "../../../Client/Suppression/suppressionReach";
import type { StoredRule, SuppressionRule } from "../../../Client/Suppression/suppressionRule";
import { allServices, useDashboard } from "../../Kit/Session/dashboardContext";
import { findingsKey } from "../../Kit/Session/findingsQuery";
import type { Loadable } from "../../Kit/Model/loadable";
import { Bulk } from "../../Kit/Operations/Bulk.resjson";
import type { NeededRights } from "../../Kit/Operations/rights";
import { failedIn, type Operation } from "../../Kit/Operations/operation";
import { Suppression as Text } from "./Suppression.resjson";
import { useLoadable } from "../../Kit/Session/useLoadable";

const reachableKey = "reachableAlerts";
const rulesKey = ["suppressionRules"] as const;

/** All suppression rules of the subscription. */
export function useSuppressionRules(): Loadable<readonly StoredRule[]> {
  const { services } = useDashboard();
  return useLoadable({ queryKey: rulesKey, queryFn: ({ signal }) => services.suppression.list(signal) });
}

/** The alerts of one type that a rule might reach. */
export function useReachableAlerts(alertType: string): Loadable<ReachableAlerts> {
  const { services } = useDashboard();
  return useLoadable({
    queryKey: [reachableKey, alertType.toLowerCase()],
    queryFn: ({ signal }) => services.suppression.reachable(alertType, signal),
  });
}

const outdated = () =>
  [
    { queryKey: rulesKey, refetchType: "all" },
    { queryKey: findingsKey("alerts"), refetchType: "all" },
    { queryKey: [reachableKey] },
  ] as const;

/** What it takes to do something with rules, which belong to the subscription. */
export function ruleRights(
  { act }: { readonly act: RuleChange["act"] | "create" },
  { subscriptionScope: scope }: ClusterScope,
): NeededRights {
  const verb = act === "remove" ? "delete" : "write";
  return [[{ action: `Microsoft.Security/alertsSuppressionRules/${verb}`, scope }]];
}

/** Makes a rule. */
export const createRule: Operation<NewRule, SuppressionRule> = {
  items: ({ rule }) => [rule],
  title: (_, { rule }) => format(Text.savedTitle, rule.name),
  rights: (_, cluster) => ruleRights({ act: "create" }, cluster),
  question: ({ doubts }) =>
    doubts.length === 0 ? undefined : { title: Text.confirmTitle, text: doubts.join(" "), yes: Text.save },
  begins: () => Text.saving,
  run: (rule, { services }) => allServices(services).suppression.create(rule),
  end(run) {
    const failed = failedIn(run);
    return failed
      ? { text: failed.failure.message, end: "error" }
      : { text: format(Text.saved, run.input.rule.name), end: "success" };
  },
  outdated,
};

interface NewRule {
  readonly rule: SuppressionRule;
  /** What should be agreed to before such a rule is made, in sentences. */
  readonly doubts: readonly string[];
}

/** Enables, disables, or deletes a rule that is there. */
export const changeRule: Operation<RuleChange, RuleChange> = {
  items: (change) => [change],
  title: (_, { act, rule }) => format(changeTitles[act], readableLine(rule.name)),
  rights: ruleRights,
  question: ({ act, rule }) =>
    act === "remove"
      ? {
          title: format(Text.removeTitle, readableLine(rule.name)),
          text: Text.removeText,
          yes: Text.removeYes,
        }
      : undefined,
  begins: () => Bulk.pending,
  run({ act, rule }, { services }) {
    const { suppression } = allServices(services);
    return act === "remove"
      ? suppression.remove(rule)
      : suppression.setState(rule, act === "enable" ? "Enabled" : "Disabled");
  },
  outdated,
};

interface RuleChange {
  readonly act: "enable" | "disable" | "remove";
  readonly rule: StoredRule;
}

export const changeTitles: Readonly<Record<RuleChange["act"], string>> = {
  enable: Text.enable,
  disable: Text.disable,
  remove: Text.remove,
};
