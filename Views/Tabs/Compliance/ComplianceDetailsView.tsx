import { type ComplianceDetails, type ComplianceIssue } from "../../../Client/Compliance/compliance";
import { isContainerLevel } from "../../../Client/Core/recommendation";
import { isKnownRecommendation } from "../../../Client/RemediationCode/misconfigurationCode";
import { FactList, type ShownFact } from "../../Kit/Controls/FactList";
import { formatNumber } from "../../Kit/Controls/formatNumber";
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
import { ownerFact } from "../../Features/Recommendations/recommendationLabels";
import { Section } from "../../Kit/Controls/Section";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { useHasOwners } from "../../Kit/Protection/useProtection";
import { useDetails } from "../../Kit/Session/useDetails";
import { Compliance } from "./Compliance.resjson";
import { complianceFix, complianceRow, policyIdOf, remedyOf } from "./complianceRow";
import { controlName } from "./complianceColumns";
import { readIssue } from "./readIssue";

/** Loads what a compliance issue asks for, and what else the same fix would satisfy. */
export function ComplianceDetailsView({ item }: { readonly item: ComplianceIssue }) {
  const details = useDetails(...readIssue(item));
  return (
    <LoadedDetails
      details={details}
      loadingText={Recommendations.loadingDetails}
      failedText={Recommendations.detailsFailed}
    >
      {(loaded) => <ComplianceSections issue={item} details={loaded} />}
    </LoadedDetails>
  );
}

/** The sections of a compliance issue. */
function ComplianceSections(props: { readonly issue: ComplianceIssue; readonly details: ComplianceDetails }) {
  const { issue, details } = props;
  const recommendation = { key: issue.recommendation, title: issue.title };
  const key = remedyOf(issue);
  const fix = complianceFix(issue);
  const endFix = useEndFix(fix);
  const policyId = policyIdOf(issue, details);
  return (
    <PanelBody
      foot={
        <>
          <RecommendationLinks {...details} />
          {isContainerLevel(key) && policyId !== undefined && <AssignPolicyButton policyId={policyId} />}
          <FixButton row={fix} />
          <OwnerButtons tab="compliance" row={complianceRow(issue)} />
        </>
      }
    >
      <Section title={Recommendations.sectionGeneral}>
        <FactList facts={generalFacts(issue, useHasOwners())} />
      </Section>
      {issue.failing > 1 && <p>{Compliance.severalHint}</p>}
      <LifecycleNote recommendation={recommendation} />
      <RecommendationTexts {...details} recommendation={recommendation} />
      {isContainerLevel(key) && policyId !== undefined && <PolicySection policyId={policyId} />}
      {isKnownRecommendation(key) && <RecommendationCode subject={{ key, title: issue.title, policyId }} />}
      <ProofSection tab="compliance" subject={{ kind: "compliance", id: issue.id }} onGone={endFix} />
      <Section title={Compliance.sectionAlso}>
        <AlsoSatisfies standards={details.alsoSatisfies} />
      </Section>
    </PanelBody>
  );
}

function AlsoSatisfies({ standards }: { readonly standards: ComplianceDetails["alsoSatisfies"] }) {
  return standards.length === 0 ? (
    <p>{Compliance.alsoNone}</p>
  ) : (
    <SimpleTable
      caption={Compliance.alsoTable}
      headers={[Compliance.alsoStandard, Compliance.alsoControls]}
      rows={standards.map(({ standard, controls }) => [standard, controls.join(", ")])}
    />
  );
}

function generalFacts(issue: ComplianceIssue, hasOwners: boolean): readonly ShownFact[] {
  const { failing, ownership } = issue;
  return [
    { name: Compliance.factControl, value: controlName(issue) },
    { name: Compliance.factFailing, value: formatNumber(failing), isFormatted: true },
    ...(hasOwners ? [ownerFact(ownership)] : []),
  ];
}
