import { MessageBar, MessageBarButton, MessageBarType } from "@fluentui/react";
import type { Failure } from "../../../Client/Core/failure";
import { Findings } from "./Findings.resjson";
import { SignInLink } from "./SignInLink";

/** A part that is missing or old while the rest is shown: what that means here, why, and a way to try again. */
export function FailureBanner(props: {
  readonly failure: Failure;
  readonly text: string;
  /** Whether it is being tried already. */
  readonly isRetrying?: boolean;
  retry(): void;
}) {
  const { failure, text, isRetrying = false, retry } = props;
  return (
    <MessageBar
      messageBarType={MessageBarType.warning}
      isMultiline
      actions={
        <MessageBarButton
          text={Findings.retry}
          disabled={isRetrying}
          allowDisabledFocus
          onClick={() => retry()}
        />
      }
    >
      {text} {failure.message}
      {failure.needsSignIn && (
        <>
          {" "}
          <SignInLink />
        </>
      )}
      {failure.requestId !== undefined && ` ${Findings.requestId}: ${failure.requestId}`}
    </MessageBar>
  );
}
