import { Checkbox, MessageBar, MessageBarType, Spinner } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import type { Permit } from "../../../Client/DefenderPlan/planEditing";
import { unwritable } from "../../../Client/QuickFixes/clusterFix";
import type { ClusterFix } from "../../../Client/DefenderPlan/planDraft";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import type { FixDraft } from "../QuickFixes/fixDraft";
import { FixForm } from "../QuickFixes/FixForm";
import { refusalText } from "../QuickFixes/fixNotes";
import { Settings as Text } from "./Settings.resjson";
import type { ClusterFixPlan } from "./useFixPlans";

const labels: Readonly<Record<ClusterFix, string>> = {
  policyAddOn: Text.fixAddOn,
  defenderProfile: Text.fixSensor,
};

/** The choice to install in the cluster what it lacks, and what that has to be told. */
export function ClusterFixField(props: {
  readonly fix: ClusterFix;
  readonly isWanted: boolean;
  readonly permit: Permit;
  /** Once it is wanted. */
  readonly plan: ClusterFixPlan | undefined;
  readonly draft: FixDraft;
  /** How far an installation is that runs already; `undefined`: none does. */
  readonly running: string | undefined;
  readonly onWant: (isWanted: boolean) => void;
  readonly onDraft: (part: Partial<FixDraft>) => void;
}) {
  const { fix, isWanted, permit, plan, draft, running, onWant, onDraft } = props;
  if (running !== undefined) {
    return <Spinner label={running} labelPosition="right" styles={{ root: { justifyContent: "start" } }} />;
  }
  return (
    <div>
      <Checkbox
        label={labels[fix]}
        checked={isWanted}
        disabled={!permit.isAllowed}
        styles={{ root: { marginTop: 8 } }}
        onChange={(_, checked = false) => onWant(checked)}
      />
      {!permit.isAllowed && permit.reason === "noRight" && (
        <p>{format(Text.fixRight, permit.missingAction)}</p>
      )}
      {isWanted && plan && <FixInput fix={fix} plan={plan} draft={draft} onDraft={onDraft} />}
    </div>
  );
}

function FixInput(props: {
  readonly fix: ClusterFix;
  readonly plan: ClusterFixPlan;
  readonly draft: FixDraft;
  readonly onDraft: (part: Partial<FixDraft>) => void;
}) {
  const { fix, plan, draft, onDraft } = props;
  return (
    <LoadedPart load={plan.read} loadingText={Text.fixLoading} failedText={Text.fixFailed}>
      {(live) => {
        const refusal = unwritable(live);
        return refusal?.kind === "refused" ? (
          <MessageBar messageBarType={MessageBarType.warning} isMultiline>
            {refusalText(refusal.refusal)}
          </MessageBar>
        ) : (
          <FixForm fix={fix} live={live} draft={draft} onChange={onDraft} />
        );
      }}
    </LoadedPart>
  );
}
