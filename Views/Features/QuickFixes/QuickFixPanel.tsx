import {
  DefaultButton,
  MessageBar,
  MessageBarType,
  PrimaryButton,
  ProgressIndicator,
  Stack,
} from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { FormPanel } from "../../Kit/Controls/FormPanel";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { FixFailed } from "./FixFailed";
import { FixForm } from "./FixForm";
import { FixPlanView, FixSection } from "./FixPlanView";
import type { FixState } from "./fixRunner";
import type { FixRow } from "./fixRow";
import { missingIn } from "./useCheckedRights";
import { useFixForm } from "./useFixForm";
import { fixLabels } from "./fixLabels";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

/** One fix: what it needs, what it will change, and how it goes. Closing it stops nothing. */
export function QuickFixPanel({ row, onClose }: { readonly row: FixRow; readonly onClose: () => void }) {
  const { fix } = row;
  const form = useFixForm(row);
  return (
    <FormPanel
      title={format(Text.quickFixOf, fixLabels[fix].title)}
      size="wide"
      onDismiss={onClose}
      foot={
        <Foot
          progress={form.progress}
          state={form.isDone ? form.state : undefined}
          isAnew={form.isAnew}
          canApply={form.ready !== undefined && missingIn(form.rights).length === 0}
          onApply={() => form.start(false)}
          onClose={onClose}
        />
      }
    >
      <Stack tokens={{ childrenGap: 16 }}>
        <span>{fixLabels[fix].about}</span>
        {form.error !== undefined && <FixFailed error={form.error} onWait={() => form.start(true)} />}
        {!form.isDone && (
          <LoadedPart load={form.read} loadingText={Text.liveLoading} failedText={Text.liveFailed}>
            {(value) => (
              <fieldset
                disabled={form.progress !== undefined}
                style={{ border: "none", padding: 0, margin: 0, minWidth: 0 }}
              >
                <Stack tokens={{ childrenGap: 16 }}>
                  <FixForm fix={fix} live={form.live ?? value} draft={form.draft} onChange={form.change} />
                  {form.plan && <FixPlanView plan={form.plan} rights={form.rights} />}
                </Stack>
              </fieldset>
            )}
          </LoadedPart>
        )}
        <FixSection title={Text.sectionVerify}>
          <p>{fixLabels[fix].verify}</p>
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
