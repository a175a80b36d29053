import type { ReactNode } from "react";
import { lastKnown } from "../../Kit/Model/loadable";
import { DefaultButton, PrimaryButton, ProgressIndicator, Stack } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { Bulk } from "../../Kit/Operations/Bulk.resjson";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { formatNumber, pluralize } from "../../Kit/Controls/formatNumber";
import { FormPanel } from "../../Kit/Controls/FormPanel";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { useConfirm } from "../../Kit/Controls/useConfirm";
import { useProtection } from "../../Kit/Protection/useProtection";
import { AssignmentCode } from "./AssignmentCode";
import { AssignmentForm } from "./AssignmentForm";
import { FailedWrites } from "./FailedWrites";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import type { OwnershipAct } from "./ownedRow";
import { useOwnershipEditing, type OwnershipEditing } from "./useOwnershipEditing";
import type { OwnershipRequest } from "./assignmentDraft";
import { WriteSummary } from "./WriteSummary";

const titles: Readonly<Record<OwnershipAct, readonly [one: string, many: string]>> = {
  assign: [Text.assignTitleOne, Text.assignTitleMany],
  edit: [Text.editTitleOne, Text.editTitleMany],
  remove: [Text.removeTitleOne, Text.removeTitleMany],
};

const saveLabels: Readonly<Record<OwnershipAct, string>> = {
  assign: Text.saveAssign,
  edit: Text.saveEdit,
  remove: Text.saveRemove,
};

/** The form that gives findings an owner, changes that, or takes it away. It stays open until everything is written. */
export function OwnershipPanel(props: {
  readonly request: OwnershipRequest;
  readonly onOpen: (request: OwnershipRequest) => void;
  readonly onClose: () => void;
}) {
  const { request, onOpen, onClose } = props;
  const { cspm } = useProtection();
  const lacksCspm = lastKnown(cspm) === false;
  const editing = useOwnershipEditing(request, { isAllowed: !lacksCspm, onOpen, onClose });
  const confirm = useConfirm();
  const { isDirty, running } = editing;
  /** Asks before entries are discarded; a write in progress continues. */
  const leave = () => {
    if (!isDirty || running) {
      onClose();
      return;
    }
    confirm({
      title: Text.discardTitle,
      text: Text.discardText,
      yes: Text.discardYes,
      onYes: onClose,
    });
  };
  return (
    <FormPanel
      title={lacksCspm ? Text.needsCspmTitle : titleOf(request)}
      size="wide"
      onDismiss={leave}
      foot={<Foot editing={editing} save={saveLabels[request.act]} isAllowed={!lacksCspm} onLeave={leave} />}
    >
      {lacksCspm ? <NeedsCspm /> : <Content request={request} editing={editing} />}
    </FormPanel>
  );
}

function titleOf({ act, rows }: OwnershipRequest): string {
  const [one, many] = titles[act];
  return pluralize(rows.length, format(one, rows[0]?.title ?? ""), many);
}

function NeedsCspm() {
  return (
    <Stack tokens={{ childrenGap: 12 }}>
      <span>{Text.needsCspm}</span>
      <ExternalLink href={Text.openPlanLink}>{Text.openPlan}</ExternalLink>
    </Stack>
  );
}

function Content(props: { readonly request: OwnershipRequest; readonly editing: OwnershipEditing }) {
  const { request, editing } = props;
  const { act, rows } = request;
  const { underlying, current, draft, problems, failed } = editing;
  return (
    <LoadedPart load={underlying} loadingText={Text.underlyingLoading} failedText={Text.underlyingFailed}>
      {(found) => (
        <Stack tokens={{ childrenGap: 16 }}>
          <FailedWrites failed={failed} total={editing.lastTotal} />
          <WriteSummary
            act={act}
            rows={rows}
            underlying={found}
            targets={editing.targets}
            replaces={editing.replaces}
            onReplace={request.only ? undefined : editing.setReplaces}
          />
          {act !== "remove" && editing.targets.length > 0 && (
            <LoadedPart load={current} loadingText={Text.currentLoading} failedText={Text.currentFailed}>
              {() => (
                <EnterForm editing={editing}>
                  {act === "edit" && editing.targets.length > 1 && <p>{Text.editHint}</p>}
                  <AssignmentForm
                    draft={draft}
                    levels={new Set(editing.targets.map(({ level }) => level))}
                    problems={problems}
                    onChange={editing.change}
                  />
                  {act === "assign" && (
                    <AssignmentCode
                      targets={editing.targets}
                      change={editing.writes}
                      now={editing.openedAt}
                    />
                  )}
                </EnterForm>
              )}
            </LoadedPart>
          )}
        </Stack>
      )}
    </LoadedPart>
  );
}

/** Fields from which Enter saves, as the button at the foot does. */
function EnterForm({
  editing,
  children,
}: {
  readonly editing: OwnershipEditing;
  readonly children: ReactNode;
}) {
  const { canSave, targets, running, submit } = editing;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave && targets.length > 0 && !running) {
          submit();
        }
      }}
    >
      <fieldset disabled={running !== undefined} style={{ border: "none", padding: 0, margin: 0 }}>
        {children}
      </fieldset>
      {/* Without such a button Enter does nothing in a form of more than one field. */}
      <button type="submit" hidden tabIndex={-1} />
    </form>
  );
}

function Foot(props: {
  readonly editing: OwnershipEditing;
  readonly save: string;
  readonly isAllowed: boolean;
  readonly onLeave: () => void;
}) {
  const { editing, save, isAllowed, onLeave } = props;
  const { running, failed, targets, canSave, submit } = editing;
  if (running) {
    const [done, total] = [running.outcomes.length, running.items.length];
    const text = format(Text.saving, formatNumber(done), formatNumber(total));
    return (
      <Stack tokens={{ childrenGap: 8 }}>
        <ProgressIndicator label={text} percentComplete={done / Math.max(1, total)} />
        <Stack horizontal tokens={{ childrenGap: 8 }}>
          <DefaultButton text={Text.background} onClick={onLeave} />
          <DefaultButton
            text={Bulk.cancel}
            disabled={running.status === "canceling"}
            onClick={editing.cancel}
          />
        </Stack>
      </Stack>
    );
  }
  const text = failed.length > 0 ? pluralize(failed.length, Text.retryOne, Text.retry) : save;
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      {editing.hint !== undefined && <span role="alert">{editing.hint}</span>}
      <Stack horizontal tokens={{ childrenGap: 8 }}>
        {isAllowed && (
          <PrimaryButton
            text={text}
            disabled={!canSave || targets.length === 0}
            allowDisabledFocus
            onClick={submit}
          />
        )}
        <DefaultButton text={isAllowed ? Text.cancel : Text.close} onClick={onLeave} />
      </Stack>
    </Stack>
  );
}
