import { MessageBar, MessageBarType } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import { FactList } from "../../Kit/Controls/FactList";
import { formatMoment } from "../../Kit/Controls/formatDate";
import { Settings as Text } from "./Settings.resjson";

/** The plan of a scope. Facts that the service doesn't report are omitted. */
export function PlanFacts({ settings }: { readonly settings: PlanSettings }) {
  const { operation } = settings;
  return (
    <section aria-label={Text.stateTitle}>
      <FactList facts={factsOf(settings)} />
      {operation?.hasFailed && (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          {format(Text.operationFailed, operation.message)}
        </MessageBar>
      )}
    </section>
  );
}

function factsOf(settings: PlanSettings) {
  const { isOn, trial, enabledSince, coverage, scope, isEnforced } = settings;
  const isOver = trial?.days === 0 && trial.hours === 0;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [Text.state, isOn ? Text.stateOn : Text.stateOff],
    [Text.from, originOf(settings)],
    [Text.since, enabledSince && formatMoment(enabledSince)],
    [Text.trial, trial && (isOver ? Text.trialOver : format(Text.trialLeft, trial.days, trial.hours))],
    [Text.covered, coverage && Text[coverage]],
    [Text.enforced, scope === "subscription" ? (isEnforced ? Text.enforcedYes : Text.enforcedNo) : undefined],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value, isFormatted: true as const }],
  );
}

function originOf({ scope, isInherited }: PlanSettings): string {
  if (scope === "subscription") {
    return Text.fromSubscription;
  }
  return isInherited ? Text.fromInherited : Text.fromCluster;
}
