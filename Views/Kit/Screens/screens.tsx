import { OutdatedNote } from "./FailureBanner";
import { lastKnown, type Loadable } from "../Model/loadable";
import { DefaultButton } from "@fluentui/react";
import type { MissingConfiguration } from "../../../Client/Core/defenderPlan";
import type { Failure } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { firstResultsBy } from "../../../Client/Core/firstScan";
import { missingText } from "../Protection/configurationNames";
import { FailureNote } from "./FailureNote";
import { FailureFacts, FailureReport } from "./FailureReport";
import { Findings } from "./Findings.resjson";
import { useDashboard } from "../Session/dashboardContext";
import { ExternalLink } from "../Controls/ExternalLink";
import type { FindingPlan, NeverScannedText } from "../Model/findingsTab";
import { formatMoment } from "../Controls/formatDate";
import { formatNumber, pluralize, type Counted } from "../Controls/formatNumber";
import { nodesText, type NodeSight } from "../Protection/useNodeSight";
import { protectionQueries } from "../Protection/protectionQueries";
import { useLoadable } from "../Session/useLoadable";
import { FullScreen } from "./FullScreen";
import { useOpenSettings } from "../Session/useOpenSettings";
import type { Doubt } from "./screen";

const planNames: Readonly<Record<FindingPlan, string>> = {
  containers: Findings.planContainers,
  cspm: Findings.planCspm,
};

const doubtTexts: Readonly<Record<Exclude<Doubt, "nodes">, string>> = {
  configuration: Findings.configurationUnknown,
  rights: Findings.rightsUnknown,
  plan: Findings.planUnknown,
  beginning: Findings.beginningUnknown,
};

/** The service refused, or returned no rows to a user without the right to read them. Names the missing action. */
export function NoPermissionScreen(props: {
  readonly noun: string;
  readonly action: string;
  readonly scope: "resourceGroup" | "subscription";
  readonly failure?: Failure;
  retry(): void;
}) {
  const { noun, action, scope, failure, retry } = props;
  const text = scope === "subscription" ? Findings.noPermissionInSubscriptionText : Findings.noPermissionText;
  return (
    <FullScreen tone="blocked" title={format(Findings.noPermissionTitle, noun)}>
      <p>{format(text, noun, action)}</p>
      {failure && <FailureFacts failure={failure} />}
      <DefaultButton text={Findings.retry} onClick={retry} />
    </FullScreen>
  );
}

export function FailedScreen(props: { readonly noun: string; readonly failure: Failure; retry(): void }) {
  const { noun, failure, retry } = props;
  return (
    <FullScreen tone="broken" title={format(Findings.failedTitle, noun)}>
      <FailureReport failure={failure} retry={retry} />
    </FullScreen>
  );
}

/** Nothing found, and the user has the right to read findings. */
export function CleanScreen(props: {
  readonly title: string;
  readonly text: string;
  readonly noun: string;
  readonly doubts: readonly Doubt[];
  /** What to say of the doubt about nodes. */
  readonly nodes?: NodeSight;
  /** What was asked about the doubt about rights. */
  readonly rights?: Loadable<unknown>;
}) {
  const { title, text, noun, doubts, nodes = { status: "seen" }, rights } = props;
  return (
    <FullScreen tone={doubts.length > 0 ? "neutral" : "good"} title={title}>
      <p>{text}</p>
      {doubts.map((doubt) => (
        <p key={doubt}>{doubt === "nodes" ? nodesText(nodes, noun) : format(doubtTexts[doubt], noun)}</p>
      ))}
      {doubts.includes("rights") && rights && "failure" in rights && (
        <FailureNote {...rights} text={Findings.checkFailed} about={Findings.checkPermissions} />
      )}
      {doubts.includes("nodes") && <NodesUnread nodes={nodes} />}
    </FullScreen>
  );
}

/** Why it isn't known whether findings of nodes can be read; nothing where it is. */
export function NodesUnread({ nodes }: { readonly nodes: NodeSight }) {
  return nodes.status === "unknown" && nodes.failed ? (
    <FailureNote {...nodes.failed} text={Findings.checkFailed} about={Findings.checkNodePermissions} />
  ) : null;
}

/** Nothing found, because nothing looks. */
export function NotCoveredScreen(props: { readonly noun: string; readonly plans: readonly FindingPlan[] }) {
  const { noun, plans } = props;
  const names = plans
    .map((plan) => planNames[plan])
    .reduce((left, right) => format(Findings.or, left, right));
  return (
    <FullScreen tone="blocked" title={format(Findings.notCoveredTitle, noun)}>
      <p>{format(Findings.notCoveredText, noun, names)}</p>
      {plans.includes("containers") && <SettingsButton />}
    </FullScreen>
  );
}

/** Nothing found, while some of what looks is missing. */
export function PartlyCoveredScreen(props: {
  readonly noun: string;
  readonly missing: readonly MissingConfiguration[];
}) {
  const { noun, missing } = props;
  return (
    <FullScreen tone="blocked" title={format(Findings.partlyCoveredTitle, noun)}>
      <p>
        {missingText(
          missing,
          { off: Findings.partlyCoveredText, notReported: Findings.unreportedText },
          noun,
        )}
      </p>
      <SettingsButton />
    </FullScreen>
  );
}

function SettingsButton() {
  const openSettings = useOpenSettings();
  return <DefaultButton text={Findings.openSettings} onClick={() => openSettings("cluster")} />;
}

/** Nothing found, because it has not been looked yet. */
export function NeverScannedScreen({ title, text, needsFoundationalCspm = false }: NeverScannedText) {
  return (
    <FullScreen tone="neutral" title={title}>
      {needsFoundationalCspm ? <FoundationalCspm text={text} /> : <p>{text}</p>}
    </FullScreen>
  );
}

/** Nothing found, but the first results may still be coming: an empty list isn't a result yet. */
export function AwaitingScanScreen(props: {
  readonly noun: string;
  readonly since: Date;
  readonly needsFoundationalCspm: boolean;
}) {
  const { noun, since, needsFoundationalCspm } = props;
  const text = format(
    Findings.awaitingScanText,
    formatMoment(since),
    noun,
    formatMoment(firstResultsBy(since)),
  );
  return (
    <NeverScannedScreen
      title={Findings.neverScannedTitle}
      text={text}
      needsFoundationalCspm={needsFoundationalCspm}
    />
  );
}

/** Whether waiting helps, which it does not without foundational CSPM. */
function FoundationalCspm({ text }: Pick<NeverScannedText, "text">) {
  const isOn = useLoadable(protectionQueries(useDashboard().services).foundationalCspm);
  if (lastKnown(isOn) === false) {
    return (
      <>
        {isOn.status === "outdated" && <OutdatedNote load={isOn} />}
        <p>{Findings.foundationalCspmOff}</p>
        <ExternalLink href={Findings.foundationalCspmLink}>{Findings.foundationalCspmOpen}</ExternalLink>
      </>
    );
  }
  return (
    <>
      <p>{text}</p>
      {(isOn.status === "failed" || isOn.status === "outdated") && (
        <p>{format(Findings.foundationalCspmUnknown, isOn.failure.missingAction ?? isOn.failure.message)}</p>
      )}
    </>
  );
}

/** There are findings, but search and filters hide all of them. */
export function FilteredToNoneScreen(props: {
  readonly counted: Counted;
  readonly count: number;
  readonly onClear: () => void;
}) {
  const { counted, count, onClear } = props;
  return (
    <FullScreen tone="neutral" title={Findings.filteredOutTitle}>
      <p>
        {pluralize(
          count,
          format(Findings.filteredOutOne, counted.one),
          format(Findings.filteredOutMany, formatNumber(count), counted.many),
        )}
      </p>
      <DefaultButton text={Findings.clearFilters} onClick={onClear} />
    </FullScreen>
  );
}
