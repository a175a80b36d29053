import { DefaultButton, MessageBar, MessageBarType, PrimaryButton, Stack } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { targetScope } from "../../../Client/Policy/policyAssignment";
import type { PolicyDefinition } from "../../../Client/Policy/policyDefinition";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { disabledProps } from "../../Kit/Controls/disabledProps";
import { ChangedReport } from "../../Kit/Screens/ChangedReport";
import { FailureFacts } from "../../Kit/Screens/FailureReport";
import { FormPanel } from "../../Kit/Controls/FormPanel";
import { useConfirm } from "../../Kit/Controls/useConfirm";
import { usePermission } from "../../Kit/Operations/rights";
import { PolicyTexts as Text } from "./Policy.resjson";
import { PolicyConsequences } from "./PolicyConsequences";
import { PolicyForm } from "./PolicyForm";
import { assignmentRights, failedText } from "./usePolicy";
import { usePolicyEditing, type PolicyEditing } from "./usePolicyEditing";

/** The form that assigns a policy, with what that does before it is saved. It stays open until it is saved. */
export function PolicyPanel(props: { readonly definition: PolicyDefinition; readonly onClose: () => void }) {
  const { definition, onClose } = props;
  const { cluster } = useDashboard();
  const editing = usePolicyEditing(definition, onClose);
  const { draft, problems, failed, isDirty, isSaving } = editing;
  const [whyNot] = usePermission(assignmentRights, [{ scope: targetScope(cluster, draft.target) }]);
  const confirm = useConfirm();
  /** Asks before entries are discarded; a save in progress continues. */
  const leave = () => {
    if (!isDirty || isSaving) {
      onClose();
      return;
    }
    confirm({ title: Text.discardTitle, text: Text.discardText, yes: Text.discardYes, onYes: onClose });
  };
  return (
    <FormPanel
      title={format(Text.title, definition.displayName)}
      size="wide"
      onDismiss={leave}
      foot={<Foot editing={editing} whyNot={whyNot} onLeave={leave} />}
    >
      <Stack tokens={{ childrenGap: 16 }}>
        {failed && (
          <MessageBar messageBarType={MessageBarType.error} isMultiline>
            {`${failedText(failed.failure)} ${failed.failure.message}`}
            <ChangedReport error={failed.error} />
            <FailureFacts failure={failed.failure} />
          </MessageBar>
        )}
        <fieldset disabled={isSaving} style={{ border: "none", padding: 0, margin: 0, minWidth: 0 }}>
          <PolicyForm definition={definition} draft={draft} problems={problems} onChange={editing.change} />
        </fieldset>
        <PolicyConsequences definition={definition} draft={draft} />
      </Stack>
    </FormPanel>
  );
}

function Foot(props: {
  readonly editing: PolicyEditing;
  /** Why saving isn't possible, in words. */
  readonly whyNot: string | undefined;
  readonly onLeave: () => void;
}) {
  const { editing, whyNot, onLeave } = props;
  const { isSaving, problems, submit } = editing;
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      {problems.length > 0 && <span role="alert">{Text.fixFirst}</span>}
      {whyNot !== undefined && <span>{whyNot}</span>}
      <Stack horizontal tokens={{ childrenGap: 8 }}>
        <PrimaryButton
          text={isSaving ? Text.saving : Text.save}
          allowDisabledFocus
          {...disabledProps(whyNot)}
          disabled={isSaving || whyNot !== undefined}
          onClick={submit}
        />
        <DefaultButton text={Text.close} onClick={onLeave} />
      </Stack>
    </Stack>
  );
}
