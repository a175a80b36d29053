import { DefaultButton, MessageBar, MessageBarType } from "@fluentui/react";
import { failureOf } from "../../../Client/Core/failure";
import { FixChangedError } from "../../../Client/QuickFixes/fixChanged";
import { ChangesTable } from "../../Kit/Controls/ChangesTable";
import { FailureFacts } from "../../Kit/Screens/FailureReport";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

/** Why a fix was not carried out, with the way on. */
export function FixFailed({ error, onWait }: { readonly error: unknown; readonly onWait: () => void }) {
  if (error instanceof FixChangedError) {
    return (
      <MessageBar messageBarType={MessageBarType.warning} isMultiline>
        {Text.changed}
        {error.changed.length > 0 && <ChangesTable caption={Text.changedTable} changes={error.changed} />}
      </MessageBar>
    );
  }
  const failure = failureOf(error);
  if (failure.kind === "conflict") {
    return (
      <MessageBar
        messageBarType={MessageBarType.warning}
        isMultiline
        actions={<DefaultButton text={Text.busyWait} onClick={onWait} />}
      >
        {Text.busy} {failure.message}
      </MessageBar>
    );
  }
  return (
    <MessageBar messageBarType={MessageBarType.error} isMultiline>
      {Text.failed} {failure.message}
      <FailureFacts failure={failure} />
    </MessageBar>
  );
}
