import { MessageBar, MessageBarType } from "@fluentui/react";
import { readableText } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import { componentCode } from "../../../Client/RemediationCode/componentCode";
import type { ComponentDetails, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { CodeSnippets } from "../../Features/RemediationCode/CodeSnippets";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { FactList } from "../../Kit/Controls/FactList";
import { LoadedDetails } from "../../Kit/Details/LoadedDetails";
import { UpgradeButton } from "../../Features/NodePools/UpgradeButton";
import { NodePoolSection } from "../../Features/NodePools/NodePoolSection";
import { OwnerButtons } from "../../Features/Ownership/OwnerButtons";
import { PanelBody } from "../../Kit/Details/PanelBody";
import { ProofSection } from "../../Features/Proof/ProofSection";
import { RecommendationLinks } from "../../Features/Recommendations/RecommendationLinks";
import { Recommendations } from "../../Features/Recommendations/Recommendations.resjson";
import { Code } from "../../Features/RemediationCode/RemediationCode.resjson";
import { Section } from "../../Kit/Controls/Section";
import { useHasOwners } from "../../Kit/Protection/useProtection";
import { useDetails } from "../../Kit/Session/useDetails";
import { componentRow } from "./componentLabels";
import { generalFacts } from "./componentFacts";
import { CveGrid } from "./CveGrid";
import { PackageUpdates } from "./PackageUpdates";
import { ImageUses } from "./ImageUses";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** Loads the vulnerabilities of one component and shows what to update first. */
export function ComponentDetailsView({ item }: { readonly item: VulnerableComponent }) {
  const details = useDetails("component", item.id, ({ vulnerabilities }, signal) =>
    vulnerabilities.get(item, signal),
  );
  return (
    <LoadedDetails
      details={details}
      loadingText={Recommendations.loadingDetails}
      failedText={Recommendations.detailsFailed}
    >
      {(loaded) => <ComponentSections component={item} details={loaded} />}
    </LoadedDetails>
  );
}

/** The sections of a vulnerable component. */
function ComponentSections(props: {
  readonly component: VulnerableComponent;
  readonly details: ComponentDetails;
}) {
  const { component, details } = props;
  const { vulnerabilities, unreadable, sameImage, portalLink } = details;
  const hasOwners = useHasOwners();
  return (
    <PanelBody
      foot={
        <>
          <RecommendationLinks portalLink={portalLink} policyId={undefined} />
          {component.kind === "nodePool" && <UpgradeButton name={component.name} />}
          <OwnerButtons tab="vulnerabilities" row={componentRow(component)} />
        </>
      }
    >
      {unreadable.length > 0 && (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline>
          {format(Vulnerabilities.unreadable, readableText(unreadable.join(" ")))}
        </MessageBar>
      )}
      <Section title={Recommendations.sectionGeneral}>
        <FactList facts={generalFacts(component, hasOwners)} />
      </Section>
      {component.kind === "nodePool" && <NodePoolSection name={component.name} />}
      <Section title={Vulnerabilities.sectionFixes}>
        <PackageUpdates component={component} details={details} />
      </Section>
      <Section title={Code.section} startsOpen={false}>
        <ComponentCode {...props} />
      </Section>
      <ProofSection tab="vulnerabilities" subject={{ kind: "component", id: component.id }} />
      {vulnerabilities.length > 0 && (
        <Section title={Vulnerabilities.sectionList}>
          <CveGrid vulnerabilities={vulnerabilities} />
        </Section>
      )}
      {component.kind === "container" && (
        <Section title={Vulnerabilities.sectionImage}>
          <ImageUses uses={sameImage} />
        </Section>
      )}
    </PanelBody>
  );
}

function ComponentCode({ component, details }: Parameters<typeof ComponentSections>[0]) {
  const { cluster } = useDashboard();
  return <CodeSnippets code={componentCode(component, details.vulnerabilities, cluster)} />;
}
