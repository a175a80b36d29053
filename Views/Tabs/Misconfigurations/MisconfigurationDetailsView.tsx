import type { Misconfiguration, MisconfigurationDetails } from "../../../Client/Domain/misconfiguration";
import { labelOf } from "../../../Client/Domain/words";
import { ExternalLink } from "../../Findings/ExternalLink";
import { FactList } from "../../Findings/FactList";
import { formatDate } from "../../Findings/formatDate";
import { LoadedDetails } from "../../Findings/LoadedDetails";
import { PanelBody } from "../../Findings/PanelBody";
import { SanitizedHtml } from "../../Findings/SanitizedHtml";
import { Section } from "../../Findings/Section";
import { useDetails } from "../../Findings/useDetails";
import { Misconfigurations } from "./Misconfigurations.resjson";

const policyBlade = "https://portal.azure.com/#blade/Microsoft_Azure_Policy/PolicyDetailBlade/definitionId/";

/** Loads one misconfiguration and shows what it means and how to mend it. */
export function MisconfigurationDetailsView({ item }: { readonly item: Misconfiguration }) {
  const details = useDetails("misconfiguration", item.id, ({ misconfigurations }, id, signal) =>
    misconfigurations.get(id, signal),
  );
  return (
    <LoadedDetails
      details={details}
      loadingText={Misconfigurations.loadingDetails}
      failedText={Misconfigurations.detailsFailed}
    >
      {(misconfiguration) => <MisconfigurationSections misconfiguration={misconfiguration} />}
    </LoadedDetails>
  );
}

/** The sections of a misconfiguration. Takes data only. */
export function MisconfigurationSections(props: { readonly misconfiguration: MisconfigurationDetails }) {
  const { descriptionHtml, remediationHtml } = props.misconfiguration;
  return (
    <PanelBody foot={<Links {...props.misconfiguration} />}>
      <Section title={Misconfigurations.sectionDescription}>
        <SanitizedHtml html={descriptionHtml || Misconfigurations.noDescription} />
      </Section>
      <Section title={Misconfigurations.sectionRemediation}>
        <SanitizedHtml html={remediationHtml || Misconfigurations.noRemediation} />
      </Section>
      <Section title={Misconfigurations.sectionGeneral}>
        <FactList facts={generalFacts(props.misconfiguration)} />
      </Section>
    </PanelBody>
  );
}

function Links({ portalLink, policyId }: MisconfigurationDetails) {
  const definition = encodeURIComponent(
    `/providers/Microsoft.Authorization/policyDefinitions/${policyId ?? ""}`,
  );
  return (
    <>
      {portalLink && <ExternalLink href={portalLink}>{Misconfigurations.viewAdditionalDetails}</ExternalLink>}
      {policyId && (
        <ExternalLink href={policyBlade + definition}>{Misconfigurations.openPolicy}</ExternalLink>
      )}
    </>
  );
}

function generalFacts({ tactics, changed }: MisconfigurationDetails) {
  return [
    {
      name: Misconfigurations.factTactics,
      value: tactics.map(labelOf).join(", ") || Misconfigurations.factNone,
    },
    { name: Misconfigurations.factChanged, value: formatDate(changed) },
  ];
}
