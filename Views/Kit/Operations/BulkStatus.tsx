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
import { countOutcomes } from "../../../Client/Core/outcome";
import { Bulk } from "./Bulk.resjson";
import type { BulkRun } from "./bulkRuns";
import { formatNumber } from "../Controls/formatNumber";
import { unreachable } from "../Model/loadable";
import { outcomeText } from "./outcomeText";
import { summaryOf, useBulk } from "./useBulkRunner";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** What is being done to many findings of a tab, and what came of it, one by one where it failed. */
export function BulkStatus({ tab }: { readonly tab: string }) {
  const { runs, cancel, dismiss } = useBulk();
  const run = runs[tab];
  if (!run) {
    return null;
  }
  switch (run.status) {
    case "running":
      return <Running run={run} onCancel={() => cancel(tab)} />;
    case "finished":
      return <Finished run={run} onDismiss={() => dismiss(tab)} />;
    default:
      return unreachable(run);
  }
}

function Running(props: {
  readonly run: Extract<BulkRun, { status: "running" }>;
  readonly onCancel: () => void;
}) {
  const { run, onCancel } = props;
  const classes = useStyles(statusStyles);
  const { title, done, total, isCancelled } = run;
  const text = format(Bulk.progress, title, formatNumber(done), formatNumber(total));
  return (
    <div className={classes.running}>
      <ProgressIndicator
        className={classes.progress}
        label={text}
        description={isCancelled ? Bulk.cancelling : undefined}
        percentComplete={total === 0 ? 1 : done / total}
      />
      <DefaultButton text={Bulk.cancel} disabled={isCancelled} onClick={onCancel} />
    </div>
  );
}

function Finished(props: {
  readonly run: Extract<BulkRun, { status: "finished" }>;
  readonly onDismiss: () => void;
}) {
  const { run, onDismiss } = props;
  const { title, outcomes, titleOf, skipped, retry, edit } = run;
  const [isOpen, setOpen] = useState(false);
  const left = outcomes.filter(({ result }) => result !== "done");
  const type =
    left.length === 0
      ? skipped === ""
        ? MessageBarType.success
        : MessageBarType.warning
      : countOutcomes(outcomes, "done") === 0
        ? MessageBarType.error
        : MessageBarType.warning;
  return (
    <MessageBar
      messageBarType={type}
      isMultiline
      onDismiss={onDismiss}
      dismissButtonAriaLabel={Bulk.dismiss}
      actions={
        left.length > 0 ? (
          <div>
            <MessageBarButton text={format(Bulk.retry, formatNumber(left.length))} onClick={retry} />
            {edit && <MessageBarButton text={Bulk.edit} onClick={edit} />}
          </div>
        ) : undefined
      }
    >
      {`${title}: ${[summaryOf(outcomes), skipped].join(" ").trim()} `}
      {left.length > 0 && !isOpen && (
        <Link styles={{ root: { textDecoration: "underline" } }} onClick={() => setOpen(true)}>
          {Bulk.show}
        </Link>
      )}
      {isOpen && (
        <ul>
          {left.map((outcome) => (
            <li key={outcome.item.id}>{outcomeText(outcome, titleOf(outcome.item))}</li>
          ))}
        </ul>
      )}
    </MessageBar>
  );
}

const statusStyles = themeStyles(() => ({
  running: { display: "flex", alignItems: "center", gap: 16, marginTop: 8 },
  progress: { flex: 1 },
}));
