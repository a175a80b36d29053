import { lastKnown } from "../Model/loadable";
import {
  DefaultButton,
  MessageBar,
  MessageBarType,
  PrimaryButton,
  ProgressIndicator,
  Stack,
} from "@fluentui/react";
import { useState } from "react";
import { format } from "../../../Client/Core/format";
import { useDashboard } from "../Session/dashboardContext";
import { disabledProps } from "../Controls/disabledProps";
import type { Finding, FindingsTab, RegisteredTab } from "../Model/findingsTab";
import { formatNumber } from "../Controls/formatNumber";
import { FormPanel } from "../Controls/FormPanel";
import { useFocusOnChange } from "../Controls/useFocusOnChange";
import { useMe } from "../Session/useMe";
import { useProtection } from "../Protection/useProtection";
import type { KindOptions, TabReport } from "./report";
import { alwaysHasParts } from "./reportFormat";
import { Report as Text } from "./Report.resjson";
import { newReport, ReportForm, whyNotScope, type ReportDraft } from "./ReportForm";
import { beginAll, tabsOf, type ReportRequest } from "./reportRequest";
import { useOperation } from "../Operations/useOperations";
import { useTabReport } from "./useTabReport";
import { failedReportText, progressText, reportKey, savedIn, saveReport, type ReportRun } from "./saveReport";

/** The form for a report, and how the newest one goes. Closing it stops nothing. */
export function ReportPanel(props: {
  readonly tabs: readonly RegisteredTab[];
  /** The tab that is selected. */
  readonly tab: RegisteredTab;
  readonly onClose: () => void;
}) {
  const { tabs, tab } = props;
  const { cluster } = useDashboard();
  const { runOf, start, cancel, dismiss } = useOperation(saveReport);
  const run = runOf(reportKey);
  const isRunning = run !== undefined && run.status !== "ended";
  const content = useFocusOnChange<HTMLDivElement>(run?.status ?? "form");
  const onClose = () => {
    dismiss(reportKey);
    props.onClose();
  };
  const [useReport] = useState(() => tab.withKind(reportHookOf));
  const report = useReport();
  const [draft, setDraft] = useState(newReport);
  const options = useKindOptions(draft.withParts || alwaysHasParts(draft.format));
  const foot = isRunning ? (
    <Stack horizontal tokens={{ childrenGap: 8 }}>
      <DefaultButton text={Text.cancel} onClick={() => cancel(reportKey)} />
      <DefaultButton text={Text.background} onClick={onClose} />
    </Stack>
  ) : run ? (
    <Stack horizontal tokens={{ childrenGap: 8 }}>
      <PrimaryButton text={Text.anew} onClick={() => dismiss(reportKey)} />
      <DefaultButton text={Text.close} onClick={onClose} />
    </Stack>
  ) : (
    <Stack horizontal tokens={{ childrenGap: 8 }}>
      <PrimaryButton
        text={Text.download}
        allowDisabledFocus
        {...disabledProps(whyNotScope(draft, report))}
        onClick={() => {
          if (whyNotScope(draft, report) === undefined) {
            start(reportKey, { cluster, ...requestOf(draft, tabs, tab.id, report, options) });
          }
        }}
      />
      <DefaultButton text={Text.close} onClick={onClose} />
    </Stack>
  );
  return (
    <FormPanel title={Text.title} size="usual" onDismiss={onClose} foot={foot}>
      <div ref={content} tabIndex={-1} style={{ outline: "none" }}>
        {run && (isRunning ? <Progress run={run} /> : <End run={run} />)}
        {!run && (
          <ReportForm
            draft={draft}
            tab={report}
            onChange={(part) => setDraft((known) => ({ ...known, ...part }))}
          />
        )}
      </div>
    </FormPanel>
  );
}

/** The hook for one kind of finding. */
function reportHookOf<T extends Finding>(kind: FindingsTab<T>): () => TabReport {
  return function useReport() {
    return useTabReport(kind);
  };
}

function useKindOptions(withParts: boolean): KindOptions {
  const { services } = useDashboard();
  const { cspm } = useProtection();
  const me = useMe();
  return {
    services,
    withParts,
    context: { hasCspm: lastKnown(cspm), me },
  };
}

function requestOf(
  { scope, format: fileFormat, hasByteOrderMark, saysWhatItIs }: ReportDraft,
  tabs: readonly RegisteredTab[],
  tabId: string,
  report: TabReport,
  options: KindOptions,
): Omit<ReportRequest, "cluster"> {
  const how = { format: fileFormat, hasByteOrderMark, saysWhatItIs };
  switch (scope) {
    case "all":
      return {
        ...how,
        name: "all",
        scope: Text.scopeAll,
        narrowing: [],
        begin: (signal) => beginAll(tabsOf(tabs, fileFormat), options, signal),
      };
    case "tab":
      return {
        ...how,
        name: tabId,
        scope: format(Text.scopeTab, report.title),
        narrowing: report.narrowing,
        begin: async () => [await report.shownKind(options)],
      };
    case "selection":
      return {
        ...how,
        name: `${tabId}-selected`,
        scope: format(Text.scopeSelection, report.noun),
        narrowing: [],
        begin: async () => [await report.selectedKind(options)],
      };
  }
}

function Progress({ run: { progress } }: { readonly run: ReportRun }) {
  return progress ? (
    <ProgressIndicator
      label={progressText(progress)}
      {...(progress.total > 0 ? { percentComplete: progress.read / progress.total } : {})}
    />
  ) : (
    <ProgressIndicator label={Text.begins} />
  );
}

function End({ run }: { readonly run: ReportRun }) {
  const saved = savedIn(run);
  if (!saved) {
    const failed = failedReportText(run);
    return failed === "" ? (
      <MessageBar messageBarType={MessageBarType.warning}>{Text.noticeCanceled}</MessageBar>
    ) : (
      <MessageBar messageBarType={MessageBarType.error} isMultiline>
        {failed}
      </MessageBar>
    );
  }
  const { name, rows, missing } = saved;
  const isWhole = missing.length === 0;
  return (
    <MessageBar messageBarType={isWhole ? MessageBarType.success : MessageBarType.warning} isMultiline>
      {format(isWhole ? Text.doneText : Text.incompleteText, name, formatNumber(rows))}
      {!isWhole && (
        <ul>
          {missing.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </MessageBar>
  );
}
