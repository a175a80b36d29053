import { lastKnown } from "../../Kit/Model/loadable";
import {
  DefaultButton,
  MessageBar,
  MessageBarType,
  PrimaryButton,
  ProgressIndicator,
  Stack,
} from "@fluentui/react";
import { useState } from "react";
import { fillIn } from "../../../Client/Core/fillIn";
import { FixChangedError } from "../../../Client/QuickFixes/fixChanged";
import type { LiveCluster, RequiredRight } from "../../../Client/QuickFixes/quickFix";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { FormPanel } from "../../Kit/Controls/FormPanel";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { useConfirm } from "../../Kit/Controls/useConfirm";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { newFixDraft, planOf } from "./fixDraft";
import { FixFailed } from "./FixFailed";
import { FixForm } from "./FixForm";
import { FixPlanView } from "./FixPlanView";
import { useFixes, type FixState } from "./fixRunner";
import type { FixRow } from "./fixRow";
import { fixWords, locksOut, warningText } from "./fixWords";
import { FixSection } from "./FixSection";
import { QuickFixTexts as Text } from "./QuickFix.resjson";
import { useMissingRights } from "./useMissingRights";

const none: readonly RequiredRight[] = [];

/** One fix: what it needs, what it will change, and how it goes. Closing it stops nothing. */
export function QuickFixPanel({ row, onClose }: { readonly row: FixRow; readonly onClose: () => void }) {
  const { fix } = row;
  const { services } = useDashboard();
  const fixes = useFixes();
  const confirm = useConfirm();
  const [opening] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState(newFixDraft);
  const [hasApplied, setApplied] = useState(false);
  const read = useLoadable({
    queryKey: ["liveCluster", opening],
    queryFn: ({ signal }) => services.fixes.readLive(fix, signal),
  });
  const run = fixes.runOf(row);
  const error = run?.status === "failed" ? run.error : undefined;
  const changed = error instanceof FixChangedError ? error.live : undefined;
  const [newer, setNewer] = useState<LiveCluster>();
  const live = changed ?? newer ?? lastKnown(read);
  const plan = live && planOf(fix, live, draft);
  const missing = useMissingRights(plan?.kind === "ready" ? plan.rights : none);
  const state = fixes.stateOf(row);
  const isDone = state === "waiting" || (hasApplied && state === "overdue");

  const start = (waits: boolean) => {
    if (live) {
      setNewer(live);
      setApplied(true);
      void fixes.start({ row, draft, seen: live, waits });
    }
  };
  const apply = () => {
    const risks = plan?.kind === "ready" ? plan.warnings.filter(locksOut) : [];
    if (risks.length === 0) {
      start(false);
      return;
    }
    confirm({
      title: Text.confirmTitle,
      text: risks.map(warningText).join(" "),
      yes: Text.confirmYes,
      onYes: () => start(false),
    });
  };
  return (
    <FormPanel
      title={fillIn(Text.quickFixOf, fixWords[fix].title)}
      width={640}
      onDismiss={onClose}
      foot={
        <Foot
          progress={run?.status === "running" ? run.text : undefined}
          state={isDone ? state : undefined}
          isAnew={changed !== undefined}
          canApply={plan?.kind === "ready" && missing.length === 0}
          onApply={apply}
          onClose={onClose}
        />
      }
    >
      <Stack tokens={{ childrenGap: 16 }}>
        <span>{fixWords[fix].about}</span>
        {error !== undefined && <FixFailed error={error} onWait={() => start(true)} />}
        {!isDone && (
          <LoadedPart load={read} loadingText={Text.liveLoading} failedText={Text.liveFailed}>
            {(value) => (
              <fieldset
                disabled={run?.status === "running"}
                style={{ border: "none", padding: 0, margin: 0, minWidth: 0 }}
              >
                <Stack tokens={{ childrenGap: 16 }}>
                  <FixForm
                    fix={fix}
                    live={live ?? value}
                    draft={draft}
                    onChange={(part) => setDraft((known) => ({ ...known, ...part }))}
                  />
                  {plan && <FixPlanView plan={plan} missing={missing} />}
                </Stack>
              </fieldset>
            )}
          </LoadedPart>
        )}
        <FixSection title={Text.sectionVerify}>
          <p>{fixWords[fix].verify}</p>
        </FixSection>
      </Stack>
    </FormPanel>
  );
}

function Foot(props: {
  /** How far it is, in words; `undefined`: it does not run. */
  readonly progress: string | undefined;
  /** How it stands when it is done. */
  readonly state: FixState;
  readonly isAnew: boolean;
  readonly canApply: boolean;
  readonly onApply: () => void;
  readonly onClose: () => void;
}) {
  const { progress, state, isAnew, canApply, onApply, onClose } = props;
  if (progress !== undefined) {
    return (
      <Stack tokens={{ childrenGap: 8 }}>
        <ProgressIndicator label={progress} />
        <DefaultButton text={Text.background} onClick={onClose} />
      </Stack>
    );
  }
  if (state) {
    return (
      <Stack tokens={{ childrenGap: 8 }}>
        <MessageBar messageBarType={MessageBarType.success}>
          {state === "overdue" ? Text.stateOverdue : Text.stateWaiting}
        </MessageBar>
        <DefaultButton text={Text.close} onClick={onClose} />
      </Stack>
    );
  }
  return (
    <Stack horizontal tokens={{ childrenGap: 8 }}>
      <PrimaryButton
        text={isAnew ? Text.applyAnew : Text.apply}
        disabled={!canApply}
        allowDisabledFocus
        onClick={onApply}
      />
      <DefaultButton text={Text.cancel} onClick={onClose} />
    </Stack>
  );
}
