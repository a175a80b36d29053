import { ChoiceGroup } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { planActions } from "../../../Client/DefenderPlan/planEditing";
import type { PlanScope } from "../../../Client/Core/defenderPlan";
import { allowsAction, type Permission } from "../../../Client/Core/rbac";
import { ChoiceLabel } from "../../Kit/Controls/ChoiceLabel";
import { usePage } from "../../Kit/Session/dashboardContext";
import type { Loadable } from "../../Kit/Model/loadable";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { Settings as Text } from "./Settings.resjson";
import { coverageText } from "./settingsLabels";
import type { PlanReads } from "./usePlanSituation";

/** This cluster or the whole subscription, with what that covers and whether the user may change it. */
export function ScopeChoice(props: {
  readonly scope: PlanScope;
  readonly rights: PlanReads["rights"];
  readonly onChange: (scope: PlanScope) => void;
}) {
  const { scope, rights, onChange } = props;
  const { cluster } = usePage();
  const texts: Readonly<Record<PlanScope, string>> = {
    cluster: format(Text.scopeClusterText, cluster.name),
    subscription: useCoverageText(),
  };
  const option = (key: PlanScope, text: string) => ({
    key,
    text,
    onRenderLabel: () => (
      <ChoiceLabel
        text={text}
        detail={[texts[key], rightText(rights[key])].filter((part) => part !== "").join(". ")}
      />
    ),
  });
  return (
    <ChoiceGroup
      label={Text.scopeLabel}
      selectedKey={scope}
      options={[option("cluster", Text.scopeCluster), option("subscription", Text.scopeSubscription)]}
      onChange={(_, chosen) => onChange(chosen?.key === "subscription" ? "subscription" : "cluster")}
    />
  );
}

/** What the whole subscription has, for the choice and for the review; asked once. */
export function useCoverageText(): string {
  const { services } = usePage();
  const coverage = useLoadable({
    queryKey: ["planCoverage"],
    queryFn: ({ signal }) => services.planSettings.coverage(signal),
  });
  switch (coverage.status) {
    case "loading":
      return Text.coverageLoading;
    case "failed":
    case "outdated":
      return format(Text.coverageFailed, coverage.failure.message);
    case "ready":
      return coverageText(coverage.value);
  }
}

function rightText(rights: Loadable<readonly Permission[]>): string {
  switch (rights.status) {
    case "loading":
      return "";
    case "failed":
    case "outdated":
      return format(Text.mayUnknown, rights.failure.message);
    case "ready":
      return allowsAction(rights.value, planActions.save) ? "" : format(Text.mayNot, planActions.save);
  }
}
