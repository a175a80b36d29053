import {
  DefaultButton,
  Link,
  MessageBar,
  MessageBarButton,
  MessageBarType,
  ProgressIndicator,
} from "@fluentui/react";
import { useState } from "react";
import { format } from "../../../Client/Core/format";
import { countOutcomes, type Outcome } from "../../../Client/Core/runItems";
import { Bulk } from "./Bulk.resjson";
import { formatNumber } from "../Controls/formatNumber";
import { leftOf, type AnyRun } from "./operation";
import { outcomeText, summaryOf } from "./runEnd";
import { useRuns } from "./useOperations";
import { SignInLink } from "../Screens/FailureBanner";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** What is being done to many findings of a tab, and what came of it, one by one where it failed. */
export function BulkStatus({ tab }: { readonly tab: string }) {
  const { runs, cancel, retry, dismiss } = useRuns();
  const run = runs[tab];
  if (!run) {
    return null;
  }
  return run.status === "ended" ? (
    <Finished run={run} onRetry={() => retry(tab)} onDismiss={() => dismiss(tab)} />
  ) : (
    <Running run={run} onCancel={() => cancel(tab)} />
  );
}

function Running({ run, onCancel }: { readonly run: AnyRun; readonly onCancel: () => void }) {
  const classes = useStyles(statusStyles);
  const { title, status, outcomes, items } = run;
  const isCanceled = status === "canceling";
  const text = format(Bulk.progress, title, formatNumber(outcomes.length), formatNumber(items.length));
  return (
    <div className={classes.running}>
      <ProgressIndicator
        className={classes.progress}
        label={text}
        description={isCanceled ? Bulk.canceling : undefined}
        percentComplete={items.length === 0 ? 1 : outcomes.length / items.length}
      />
      <DefaultButton text={Bulk.cancel} disabled={isCanceled} onClick={onCancel} />
    </div>
  );
}

function Finished(props: {
  readonly run: AnyRun;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}) {
  const { run, onRetry, onDismiss } = props;
  const { operation, title, outcomes, told } = run;
  const left = outcomes.filter(({ result }) => result !== "done");
  const skipped = operation.skipped?.(run.input) ?? "";
  if (left.length === 0 && skipped === "" && !run.fault) {
    // The portal's notification has said it, and nothing is left to do or to tell.
    return null;
  }
  const actions = (
    <div>
      <MessageBarButton text={format(Bulk.retry, formatNumber(left.length))} onClick={onRetry} />
      {told.onEdit && <MessageBarButton text={Bulk.edit} onClick={() => told.onEdit?.(leftOf(run))} />}
    </div>
  );
  return (
    <MessageBar
      messageBarType={barType(run, skipped)}
      isMultiline
      onDismiss={onDismiss}
      dismissButtonAriaLabel={Bulk.dismiss}
      {...(left.length > 0 ? { actions } : {})}
    >
      {`${title}: ${endTexts(run, skipped).join(" ")} `}
      {left.some(isOutOfSession) && (
        <>
          <SignInLink />{" "}
        </>
      )}
      {left.length > 0 && <LeftItems run={run} left={left} />}
    </MessageBar>
  );
}

/** What was not done, one by one, when it is asked for. */
function LeftItems({ run, left }: { readonly run: AnyRun; readonly left: AnyRun["outcomes"] }) {
  const { operation, title } = run;
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <ul>
      {left.map((outcome, index) => (
        <li key={index}>{outcomeText(outcome, operation.titleOf?.(outcome.item) ?? title)}</li>
      ))}
    </ul>
  ) : (
    <Link styles={{ root: { textDecoration: "underline" } }} onClick={() => setOpen(true)}>
      {Bulk.show}
    </Link>
  );
}

/** What came of it, what was left as it is, and what went wrong in the page. */
function endTexts({ outcomes, fault }: AnyRun, skipped: string): readonly string[] {
  return [summaryOf(outcomes), skipped, fault?.failure.message ?? ""].filter((text) => text !== "");
}

/** What failed for want of a session can be tried again after signing in, which another tab can do. */
function isOutOfSession(outcome: Outcome<unknown>): boolean {
  return outcome.result === "failed" && outcome.failure.needsSignIn === true;
}

function barType({ outcomes, fault }: AnyRun, skipped: string): MessageBarType {
  if (fault) {
    return MessageBarType.error;
  }
  const done = countOutcomes(outcomes, "done");
  if (done === outcomes.length) {
    return skipped === "" ? MessageBarType.success : MessageBarType.warning;
  }
  return done === 0 ? MessageBarType.error : MessageBarType.warning;
}

const statusStyles = themeStyles(() => ({
  running: { display: "flex", alignItems: "center", gap: 16, marginTop: 8 },
  progress: { flex: 1 },
}));
