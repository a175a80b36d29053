import { ActionButton } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import type { FixStep } from "../../../Client/FixPlan/chooseFixes";
import { plannedTabs, type PlannedFinding, type PlannedTab } from "../../../Client/FixPlan/fixAction";
import { readableLine } from "../../../Client/Core/visibleText";
import { componentCode } from "../../../Client/RemediationCode/componentCode";
import type { PackageFix } from "../../../Client/Vulnerabilities/packageUpdates";
import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { standardLabel } from "../../../Client/Compliance/compliance";
import { formatNumber, pluralize } from "../../Kit/Controls/formatNumber";
import { useGoToTab } from "../../Kit/Model/dashboardView";
import { findingFilterKey } from "../../Kit/Model/findingFilterKey";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { CodeSnippets } from "../RemediationCode/CodeSnippets";
import { RecommendationCode } from "../RemediationCode/RecommendationCode";
import { byTab } from "./actionTexts";
import { FixPlan as Text } from "./FixPlan.resjson";

/** How many findings of a tab are named; all of them are listed in their tab. */
const mostNamed = 5;

/** The findings that an action closes, what it updates, and its code. */
export function StepDetails(props: {
  readonly step: FixStep;
  readonly titleOf: (tab: PlannedTab) => string;
  readonly onClose: () => void;
}) {
  const { step, titleOf, onClose } = props;
  const { subject } = step.action;
  const closed = byTab(step.findings);
  const components = subject.of === "component" ? subject.components : [];
  const isPartly = closed.vulnerabilities.length < components.length;
  return (
    <>
      {plannedTabs.map((tab) => (
        <Closed key={tab} tab={tab} title={titleOf(tab)} findings={closed[tab]} onClose={onClose} />
      ))}
      {subject.of === "component" && <StaysOpen known={subject.known} closed={subject.cves.length} />}
      {isPartly && (
        <ShowButton
          tab="vulnerabilities"
          text={format(Text.showTouched, titleOf("vulnerabilities"))}
          ids={components.map(({ id }) => id)}
          onClose={onClose}
        />
      )}
      {subject.of === "component" && subject.updates.length > 0 && <Updates updates={subject.updates} />}
      <StepCode subject={subject} />
    </>
  );
}

/** How many CVEs of the components the action doesn't close. */
function StaysOpen({ known, closed }: { readonly known: number; readonly closed: number }) {
  const left = known - closed;
  return left > 0 ? <p>{format(Text.notClosed, pluralize(left, Text.cvesOne, Text.cvesMany))}</p> : null;
}

function Closed(props: {
  readonly tab: PlannedTab;
  readonly title: string;
  readonly findings: readonly PlannedFinding[];
  readonly onClose: () => void;
}) {
  const { tab, title, findings, onClose } = props;
  const more = findings.length - mostNamed;
  return findings.length === 0 ? null : (
    <div>
      <strong>{format(Text.findingsOf, title)}</strong>
      <ul style={{ margin: "4px 0", paddingLeft: 20 }}>
        {findings.slice(0, mostNamed).map((finding) => (
          <li key={finding.item.id}>{findingText(finding)}</li>
        ))}
        {more > 0 && <li>{format(Text.others, formatNumber(more))}</li>}
      </ul>
      <ShowButton
        tab={tab}
        text={format(Text.show, title)}
        ids={findings.map(({ item }) => item.id)}
        onClose={onClose}
      />
    </div>
  );
}

/** Lists exactly these findings in their tab. */
function ShowButton(props: {
  readonly tab: PlannedTab;
  readonly text: string;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}) {
  const { tab, text, ids, onClose } = props;
  const goToTab = useGoToTab();
  return (
    <ActionButton
      text={text}
      iconProps={{ iconName: "Search" }}
      onClick={() => {
        goToTab(tab, [{ type: "reset" }, { type: "filter", key: findingFilterKey, values: ids }]);
        onClose();
      }}
    />
  );
}

function findingText(finding: PlannedFinding): string {
  switch (finding.tab) {
    case "vulnerabilities": {
      const { name, place, level } = finding.item;
      const where = place?.namespace;
      return readableLine([level, name || Text.unnamed, ...(where ? [where] : [])].join(" · "));
    }
    case "misconfigurations": {
      const { level, title, resource } = finding.item;
      return readableLine([level, title, ...(resource === undefined ? [] : [resource])].join(" · "));
    }
    case "compliance": {
      const { level, title, standard, control } = finding.item;
      return readableLine([level, `${standardLabel(standard)} ${control}`, title].join(" · "));
    }
  }
}

function Updates({ updates }: { readonly updates: readonly PackageFix[] }) {
  return (
    <div>
      <strong>{Text.updates}</strong>
      <ul style={{ margin: "4px 0", paddingLeft: 20 }}>
        {updates.map(({ packageName, packageType, version }) => (
          <li key={JSON.stringify([packageName, packageType, version])}>
            {readableLine(format(Text.updateItem, packageName, version))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function StepCode({ subject }: { readonly subject: FixStep["action"]["subject"] }) {
  const { cluster } = useDashboard();
  if (subject.of === "recommendation") {
    return <RecommendationCode subject={subject} />;
  }
  const component = upgradedComponent(subject.components);
  return component ? (
    <div>
      <strong>{Text.code}</strong>
      <CodeSnippets code={componentCode(component, subject.cves, cluster)} />
    </div>
  ) : null;
}

/** The component whose code is that of all: an upgrade of the cluster brings what its pools and AKS's containers need. */
function upgradedComponent(components: readonly VulnerableComponent[]): VulnerableComponent | undefined {
  return (
    components.find(({ isManagedByAks }) => isManagedByAks) ??
    components.find(({ kind }) => kind === "cluster") ??
    components[0]
  );
}
