import {
  standardLabel,
  type ComplianceDetails,
  type ComplianceIssue,
} from "../../../Client/Compliance/compliance";
import { isContainerLevel, remediationOf } from "../../../Client/Core/recommendation";
import { remedyKeyOf } from "../../../Client/Core/recommendationLifecycle";
import { builtInPolicies } from "../../../Client/RemediationCode/builtInPolicies";
import { isKnownRecommendation } from "../../../Client/RemediationCode/misconfigurationCode";
import { FactList } from "../../Findings/FactList";
import { formatNumber } from "../../Findings/formatNumber";
import { LoadedDetails } from "../../Findings/LoadedDetails";
import { OwnerButtons } from "../../Findings/Ownership/OwnerButtons";
import { LifecycleNote } from "../../Findings/LifecycleNote";
import { PanelBody } from "../../Findings/PanelBody";
import { RecommendationCode } from "../../Findings/RecommendationCode";
import { PolicySection } from "../../Findings/Policy/PolicySection";
import { FixButton } from "../../Findings/QuickFix/FixCell";
import { RecommendationLinks } from "../../Findings/RecommendationLinks";
import { RecommendationTexts } from "../../Findings/RecommendationTexts";
import { Recommendations } from "../../Findings/Recommendations.resjson";
import { ownerFacts } from "../../Findings/recommendationWords";
import { Section } from "../../Findings/Section";
import { SimpleTable } from "../../Findings/SimpleTable";
import { tabIds } from "../../Findings/tabIds";
import { useHasOwners } from "../../Findings/useHasOwners";
import { useDetails } from "../../Findings/useDetails";
import { Compliance } from "./Compliance.resjson";
import { complianceFix, complianceRow } from "./complianceRow";
import { controlName } from "./complianceColumns";

/** Loads what a compliance issue asks for, and what else the same fix would satisfy. */
export function ComplianceDetailsView({ item }: { readonly item: ComplianceIssue }) {
  const details = useDetails("compliance", item.id, ({ compliance }, signal) => compliance.get(item, signal));
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
export function ComplianceSections(props: {
  readonly issue: ComplianceIssue;
  readonly details: ComplianceDetails;
}) {
  const { issue, details } = props;
  const recommendation = { key: issue.recommendation, title: issue.title };
  const key = remedyKeyOf(recommendation);
  const policyId =
    details.policyId ?? (key === issue.recommendation ? undefined : builtInPolicies.get(key)?.policyId);
  return (
    <PanelBody
      foot={
        <>
          <RecommendationLinks {...details} />
          <FixButton row={complianceFix(issue)} />
          <OwnerButtons tab={tabIds.compliance} row={complianceRow(issue)} />
        </>
      }
    >
      <Section title={Recommendations.sectionGeneral}>
        <FactList facts={generalFacts(issue, useHasOwners())} />
      </Section>
      {issue.failing > 1 && <p>{Compliance.severalHint}</p>}
      <LifecycleNote recommendation={recommendation} />
      <RecommendationTexts {...details} remediation={remediationOf(key)} />
      {isContainerLevel(key) && policyId !== undefined && <PolicySection policyId={policyId} />}
      {isKnownRecommendation(key) && <RecommendationCode subject={{ key, title: issue.title, policyId }} />}
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

function generalFacts(issue: ComplianceIssue, hasOwners: boolean) {
  const { standard, title, failing, ownership } = issue;
  return [
    { name: Compliance.factStandard, value: standardLabel(standard) },
    { name: Compliance.factControl, value: controlName(issue) },
    { name: Compliance.factRecommendation, value: title },
    { name: Compliance.factFailing, value: formatNumber(failing) },
    ...(hasOwners ? ownerFacts(ownership) : []),
  ];
}
