import { DefaultButton, MessageBar, MessageBarType, PrimaryButton, Stack } from "@fluentui/react";
import { useReducer } from "react";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import { format } from "../../../Client/Core/format";
import { reachOf, type ReachableAlerts } from "../../../Client/Suppression/suppressionReach";
import { ruleProblems, type SuppressionRule } from "../../../Client/Suppression/suppressionRule";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { FormPanel } from "../../Kit/Controls/FormPanel";
import { ChangedReport } from "../../Kit/Screens/ChangedReport";
import { FailureFacts } from "../../Kit/Screens/FailureReport";
import { changeDraftForm, newDraftForm } from "../../Kit/Model/draftForm";
import { lastKnown, type Loadable } from "../../Kit/Model/loadable";
import { useConfirm } from "../../Kit/Controls/useConfirm";
import { ExistingRules } from "./ExistingRules";
import { ReachPreview, useIsPartial } from "./ReachPreview";
import { RuleCode } from "./RuleCode";
import { draftFor, ruleOf, type RuleDraft } from "./ruleDraft";
import { RuleForm } from "./RuleForm";
import { Suppression } from "./Suppression.resjson";
import { failedIn } from "../../Kit/Operations/operation";
import { useOperation } from "../../Kit/Operations/useOperations";
import { createRule, useReachableAlerts, useSuppressionRules } from "./useSuppression";

/** The form that makes a suppression rule from an alert, with what it would do before it is saved. */
export function SuppressionPanel(props: { readonly alert: AlertDetails; readonly onClose: () => void }) {
  const { alert, onClose } = props;
  const { alertType } = alert;
  const { cluster } = useDashboard();
  const rules = useSuppressionRules();
  const reachable = useReachableAlerts(alertType);
  const confirm = useConfirm();
  const isPartial = useIsPartial();
  const taken = (lastKnown(rules) ?? []).map(({ name }) => name);
  const [form, dispatch] = useReducer(changeDraftForm<RuleDraft>, undefined, newDraftForm<RuleDraft>);
  const { opening, openedAt: now, edited, hasTried } = form;
  // Until something is entered, the suggested name keeps out of the way of rules that arrive.
  const draft = edited ?? draftFor(alert, cluster.id, taken);
  const { runOf, start } = useOperation(createRule);
  const run = runOf(opening);
  const isSaving = run?.status === "running";
  const failed = failedIn(run);
  const rule = ruleOf(draft, alertType, now);
  const problems = ruleProblems(rule, { now, neverExpires: draft.expiry.kind === "never", taken });
  const shownProblems = hasTried ? problems : [];

  const check = () => {
    dispatch({ type: "submit" });
    if (problems.length > 0) {
      return;
    }
    const doubts = doubtsAbout(rule, reachable, isPartial);
    start(opening, { rule, doubts }, { onEnd: (ended) => (failedIn(ended) ? undefined : onClose()) });
  };
  /** Asks before entries are discarded. */
  const leave = () => {
    if (!edited) {
      onClose();
      return;
    }
    confirm({
      title: Suppression.discardTitle,
      text: Suppression.discardText,
      yes: Suppression.discardYes,
      onYes: onClose,
    });
  };
  return (
    <FormPanel
      title={Suppression.panelTitle}
      size="wide"
      onDismiss={leave}
      foot={
        <Stack horizontal tokens={{ childrenGap: 8 }}>
          <PrimaryButton
            text={isSaving ? Suppression.saving : Suppression.save}
            disabled={isSaving}
            allowDisabledFocus
            onClick={check}
          />
          <DefaultButton text={Suppression.cancel} onClick={leave} />
        </Stack>
      }
    >
      <Stack
        tokens={{ childrenGap: 12 }}
        styles={{ root: { selectors: { h2: { fontSize: 16, margin: "8px 0 0" } } } }}
      >
        <span>{Suppression.intro}</span>
        <strong>{format(Suppression.alertType, alertType)}</strong>
        {shownProblems.length > 0 && (
          <MessageBar messageBarType={MessageBarType.error}>{Suppression.fixFirst}</MessageBar>
        )}
        {failed && (
          <MessageBar messageBarType={MessageBarType.error} isMultiline>
            {`${Suppression.saveFailed} ${failed.failure.message}`}
            <ChangedReport error={failed.error} />
            <FailureFacts failure={failed.failure} />
          </MessageBar>
        )}
        <RuleForm
          draft={draft}
          clusterName={cluster.name}
          problems={shownProblems}
          onChange={(next) => dispatch({ type: "enter", draft: next })}
        />
        <h2>{Suppression.reach}</h2>
        <ReachPreview rule={rule} alert={alert} reachable={reachable} />
        <RuleCode rule={rule} isValid={problems.length === 0} />
        <h2>{Suppression.existing}</h2>
        <ExistingRules alertType={alertType} rules={rules} reachable={reachable} />
      </Stack>
    </FormPanel>
  );
}

/** What should be agreed to before such a rule is made. */
function doubtsAbout(
  rule: SuppressionRule,
  reachable: Loadable<ReachableAlerts>,
  isPartial: boolean,
): readonly string[] {
  const doubts: string[] = [];
  if (!rule.expires) {
    doubts.push(Suppression.confirmNever);
  }
  if (rule.conditions.length === 0) {
    doubts.push(Suppression.confirmEverything);
  }
  if (reachable.status !== "ready") {
    doubts.push(Suppression.confirmUnchecked);
    return doubts;
  }
  const { elsewhere } = reachOf(rule, reachable.value);
  if (isPartial || reachable.value.unreadable > 0) {
    doubts.push(Suppression.confirmPartial);
  }
  if (elsewhere > 0) {
    doubts.push(format(Suppression.confirmElsewhere, formatNumber(elsewhere)));
  }
  return doubts;
}
