import { lastKnown } from "../../Kit/Model/loadable";
import { ActionButton, MessageBar, MessageBarType } from "@fluentui/react";
import { useMemo, useState } from "react";
import { readableLine } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import { reachOf, type ReachableAlerts } from "../../../Client/Suppression/suppressionReach";
import type { StoredRule, SuppressionRule } from "../../../Client/Suppression/suppressionRule";
import { formatMoment } from "../../Kit/Controls/formatDate";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import type { Loadable } from "../../Kit/Model/loadable";
import { ChangedReport } from "../../Kit/Screens/ChangedReport";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { failedIn } from "../../Kit/Operations/operation";
import { useOperation } from "../../Kit/Operations/useOperations";
import { usePermission } from "../../Kit/Operations/rights";
import { Suppression } from "./Suppression.resjson";
import { stateLabels } from "./suppressionLabels";
import { changeRule, changeTitles, ruleRights } from "./useSuppression";

/** The rules that are there for an alert type, and what can be done to them. */
export function ExistingRules(props: {
  readonly alertType: string;
  readonly rules: Loadable<readonly StoredRule[]>;
  readonly reachable: Loadable<ReachableAlerts>;
}) {
  const { alertType, rules, reachable } = props;
  return (
    <LoadedPart
      load={rules}
      loadingText={Suppression.existingLoading}
      failedText={Suppression.existingFailed}
      failedAs="warning"
    >
      {(all) => <RulesTable rules={all.filter(isAbout(alertType))} reachable={reachable} />}
    </LoadedPart>
  );
}

function isAbout(alertType: string): (rule: SuppressionRule) => boolean {
  return (rule) => rule.alertType === "*" || rule.alertType.toLowerCase() === alertType.toLowerCase();
}

function RulesTable(props: {
  readonly rules: readonly StoredRule[];
  readonly reachable: Loadable<ReachableAlerts>;
}) {
  const { rules, reachable } = props;
  const { runOf } = useOperation(changeRule);
  const [changed, setChanged] = useState("");
  const failed = failedIn(runOf(ruleKey(changed)));
  if (rules.length === 0) {
    return <p>{Suppression.existingNone}</p>;
  }
  return (
    <>
      {failed && (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          {format(Suppression.changeFailed, readableLine(changed), failed.failure.message)}
          <ChangedReport error={failed.error} />
        </MessageBar>
      )}
      <SimpleTable
        caption={Suppression.existingTable}
        headers={[
          Suppression.columnName,
          Suppression.columnState,
          Suppression.columnEnds,
          Suppression.columnFits,
          Suppression.columnActions,
        ]}
        rows={rules.map((rule) => [
          rule.name,
          stateLabels[rule.state],
          <span key="ends">{rule.expires ? formatMoment(rule.expires) : Suppression.endsNever}</span>,
          <Fits key={rule.name} rule={rule} reachable={reachable} />,
          <RuleActions key={rule.name} rule={rule} onChange={() => setChanged(rule.name)} />,
        ])}
      />
    </>
  );
}

/** How many alerts of the type a rule has fitted, so that one that never fits is seen. Typing in the form does not count anew. */
function Fits(props: { readonly rule: SuppressionRule; readonly reachable: Loadable<ReachableAlerts> }) {
  const { rule, reachable } = props;
  const alerts = lastKnown(reachable);
  const matched = useMemo(() => alerts && reachOf(rule, alerts).matched, [rule, alerts]);
  return <>{fitsText(matched)}</>;
}

function fitsText(matched: number | undefined): string {
  if (matched === undefined) {
    return Suppression.fitsUnknown;
  }
  return matched === 0 ? Suppression.fitsNone : format(Suppression.fitsCount, formatNumber(matched));
}

/** Of its run. */
function ruleKey(name: string): string {
  return `suppressionRule ${name.toLowerCase()}`;
}

function RuleActions({ rule, onChange }: { readonly rule: StoredRule; readonly onChange: () => void }) {
  const name = readableLine(rule.name);
  const { runOf, start } = useOperation(changeRule);
  const key = ruleKey(rule.name);
  const isBusy = runOf(key)?.status === "running";
  const run = (act: Parameters<typeof start>[1]["act"]) => {
    onChange();
    start(key, { act, rule });
  };
  const isEnabled = rule.state === "Enabled";
  const act = isEnabled ? "disable" : "enable";
  const [whyNotChange, whyNotRemove] = usePermission(ruleRights, [{ act }, { act: "remove" }]);
  return (
    <>
      {rule.state !== "Expired" && (
        <ActionButton
          text={isEnabled ? Suppression.disableShort : Suppression.enableShort}
          ariaLabel={format(changeTitles[act], name)}
          disabled={isBusy || whyNotChange !== undefined}
          allowDisabledFocus
          title={whyNotChange}
          onClick={() => run(act)}
        />
      )}
      <ActionButton
        text={Suppression.removeShort}
        ariaLabel={format(changeTitles.remove, name)}
        disabled={isBusy || whyNotRemove !== undefined}
        allowDisabledFocus
        title={whyNotRemove}
        onClick={() => run("remove")}
      />
    </>
  );
}
