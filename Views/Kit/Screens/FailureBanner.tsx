import { MessageBar, MessageBarButton, MessageBarType } from "@fluentui/react";
import type { Failure } from "../../../Client/Core/failure";
import { Findings } from "./Findings.resjson";
import { ExternalLink } from "../Controls/ExternalLink";
import { usePage } from "../Session/dashboardContext";
import { format } from "../../../Client/Core/format";
import { formatTime } from "../Controls/formatDate";
import type { Outdated } from "../Model/loadable";

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

/**
 * Opens this page in another tab of the portal. That a portal which is loaded anew signs its user in as Azure then asks is an
 * assumption: nothing public lets a view ask for it (facts: portal-sdk.md, 1.1). What was entered here stays, and can be tried again.
 */
export function SignInLink() {
  const { cluster, host } = usePage();
  return <ExternalLink href={host.viewLink(cluster.id, "")}>{Findings.signIn}</ExternalLink>;
}

/** Stands above what was read before a refresh failed: how old it is, why, and a way to try again. */
export function OutdatedNote({ load }: { readonly load: Outdated<unknown> }) {
  const { failure, readAt, refreshing, retry } = load;
  const text = format(Findings.outdated, formatTime(readAt));
  return <FailureBanner failure={failure} text={text} isRetrying={refreshing} retry={retry} />;
}
