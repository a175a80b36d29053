import type {
  AffectedComponent,
  AffectedComponents,
} from "../../../Client/Misconfigurations/affectedComponent";
import type { ClusterNow } from "../../../Client/Core/defenderPlan";
import { lastKnown } from "../../Kit/Model/loadable";
import { protectionQueries } from "../../Kit/Protection/protectionQueries";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { useLoadable } from "../../Kit/Session/useLoadable";
import { format } from "../../../Client/Core/format";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { Section } from "../../Kit/Controls/Section";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { useAffectedComponents } from "../../Features/RemediationCode/RecommendationCode";
import { Misconfigurations } from "./Misconfigurations.resjson";

/** What in the cluster doesn't comply with a policy. It loads and fails by itself: the rest of the details does without it. */
export function AffectedComponentsSection({ policyId }: { readonly policyId: string }) {
  const components = useAffectedComponents(policyId);
  return (
    <Section title={Misconfigurations.sectionComponents}>
      <LoadedPart
        load={components}
        loadingText={Misconfigurations.componentsLoading}
        failedText={Misconfigurations.componentsFailed}
      >
        {(loaded) => <ComponentsTable {...loaded} />}
      </LoadedPart>
    </Section>
  );
}

function ComponentsTable({ items, gaps, complete }: AffectedComponents) {
  const profile = useLoadable(protectionQueries(useDashboard().services).profile);
  return (
    <>
      {items.length === 0 && gaps.length === 0 && <p>{noComponentsText(lastKnown(profile))}</p>}
      {items.length > 0 && (
        <SimpleTable
          caption={Misconfigurations.componentsTable}
          headers={[
            Misconfigurations.componentNamespace,
            Misconfigurations.componentKind,
            Misconfigurations.componentName,
          ]}
          rows={items.map(cellsOf)}
        />
      )}
      {gaps.length > 0 && <p>{format(Misconfigurations.componentsGaps, formatNumber(gaps.length))}</p>}
      {!complete && <p>{format(Misconfigurations.componentsCut, formatNumber(items.length))}</p>}
    </>
  );
}

/** Why nothing is named: none may be left, or nothing looks. */
export function noComponentsText(cluster: ClusterNow | undefined): string {
  if (cluster?.hasPolicyAddOn === false) {
    return Misconfigurations.componentsNoAddOn;
  }
  return cluster?.condition.kind === "stopped"
    ? Misconfigurations.componentsStopped
    : Misconfigurations.componentsNone;
}

function cellsOf({ namespace, kind, name }: AffectedComponent): readonly string[] {
  return [namespace ?? Findings.unknownValue, kind ?? Findings.unknownValue, name];
}
