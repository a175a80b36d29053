import { isContainerLevel } from "../../../Client/Core/recommendation";
import { remedyKeyOf } from "../../../Client/Core/recommendationLifecycle";
import type {
  Misconfiguration,
  MisconfigurationDetails,
} from "../../../Client/Misconfigurations/misconfiguration";
import { labelOf } from "../../../Client/Core/label";
import { FactList, type ShownFact } from "../../Kit/Controls/FactList";
import { formatMoment } from "../../Kit/Controls/formatDate";
import { LoadedDetails } from "../../Kit/Details/LoadedDetails";
import { OwnerButtons } from "../../Features/Ownership/OwnerButtons";
import { LifecycleNote } from "../../Features/Recommendations/LifecycleNote";
import { PanelBody } from "../../Kit/Details/PanelBody";
import { RecommendationCode } from "../../Features/RemediationCode/RecommendationCode";
import { AssignPolicyButton } from "../../Features/Policy/AssignPolicyButton";
import { PolicySection } from "../../Features/Policy/PolicySection";
import { FixButton } from "../../Features/QuickFixes/FixCell";
import { useEndFix } from "../../Features/QuickFixes/useEndFix";
import { ProofSection } from "../../Features/Proof/ProofSection";
import { RecommendationLinks } from "../../Features/Recommendations/RecommendationLinks";
import { RecommendationTexts } from "../../Features/Recommendations/RecommendationTexts";
import { Recommendations } from "../../Features/Recommendations/Recommendations.resjson";
import { Section } from "../../Kit/Controls/Section";
import { useDetails } from "../../Kit/Session/useDetails";
import { AffectedComponentsSection } from "./AffectedComponentsSection";
import { misconfigurationFix, misconfigurationRow } from "./misconfigurationRow";
import { Misconfigurations } from "./Misconfigurations.resjson";

/** Loads one misconfiguration and shows what it means and how to remediate it. */
export function MisconfigurationDetailsView({ item }: { readonly item: Misconfiguration }) {
  const details = useDetails("misconfiguration", item.id, ({ misconfigurations }, signal) =>
    misconfigurations.get(item.id, signal),
  );
  return (
    <LoadedDetails
      details={details}
      loadingText={Recommendations.loadingDetails}
      failedText={Recommendations.detailsFailed}
    >
      {(misconfiguration) => (
        // Who owns it may have changed since the details were read.
        <MisconfigurationSections misconfiguration={{ ...misconfiguration, ownership: item.ownership }} />
      )}
    </LoadedDetails>
  );
}

/** The sections of a misconfiguration. */
function MisconfigurationSections(props: { readonly misconfiguration: MisconfigurationDetails }) {
  const { misconfiguration } = props;
  const { policyId } = misconfiguration;
  const remedyKey = remedyKeyOf(misconfiguration);
  const fix = misconfigurationFix(misconfiguration);
  const endFix = useEndFix(fix);
  return (
    <PanelBody
      foot={
        <>
          <RecommendationLinks {...misconfiguration} />
          {isContainerLevel(remedyKey) && policyId !== undefined && (
            <AssignPolicyButton policyId={policyId} />
          )}
          <FixButton row={fix} />
          <OwnerButtons tab="misconfigurations" row={misconfigurationRow(misconfiguration)} />
        </>
      }
    >
      <LifecycleNote recommendation={misconfiguration} />
      <RecommendationTexts {...misconfiguration} recommendation={misconfiguration} />
      {isContainerLevel(remedyKey) && policyId !== undefined && (
        <>
          <AffectedComponentsSection policyId={policyId} />
          <PolicySection policyId={policyId} />
        </>
      )}
      <RecommendationCode subject={{ ...misconfiguration, key: remedyKey }} />
      <ProofSection
        tab="misconfigurations"
        subject={{ kind: "misconfiguration", id: misconfiguration.id }}
        onGone={endFix}
      />
      <Section title={Recommendations.sectionGeneral}>
        <FactList facts={generalFacts(misconfiguration)} />
      </Section>
    </PanelBody>
  );
}

function generalFacts({
  tactics,
  changed,
  firstSeen,
  resource,
}: MisconfigurationDetails): readonly ShownFact[] {
  return [
    ...(resource === undefined ? [] : [{ name: Misconfigurations.factResource, value: resource }]),
    {
      name: Misconfigurations.factTactics,
      value: tactics.map(labelOf).join(", ") || Misconfigurations.factNone,
    },
    { name: Misconfigurations.factFirstSeen, value: formatMoment(firstSeen), isFormatted: true },
    { name: Misconfigurations.factChanged, value: formatMoment(changed), isFormatted: true },
  ];
}
