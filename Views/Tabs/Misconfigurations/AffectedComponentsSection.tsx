import type {
  AffectedComponent,
  AffectedComponents,
} from "../../../Client/Misconfigurations/affectedComponent";
import { fillIn } from "../../../Client/Core/fillIn";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { Section } from "../../Kit/Controls/Section";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { useAffectedComponents } from "../../Features/RemediationCode/useAffectedComponents";
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
  return (
    <>
      {items.length === 0 && gaps.length === 0 && <p>{Misconfigurations.componentsNone}</p>}
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
      {gaps.length > 0 && <p>{fillIn(Misconfigurations.componentsGaps, formatNumber(gaps.length))}</p>}
      {!complete && <p>{fillIn(Misconfigurations.componentsCut, formatNumber(items.length))}</p>}
    </>
  );
}

function cellsOf({ namespace, kind, name }: AffectedComponent): readonly string[] {
  return [namespace ?? Findings.unknownValue, kind ?? Findings.unknownValue, name];
}
