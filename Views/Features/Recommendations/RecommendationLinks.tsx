import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { Recommendations } from "./Recommendations.resjson";

const policyBlade = "https://portal.azure.com/#blade/Microsoft_Azure_Policy/PolicyDetailBlade/definitionId/";

/** Ways out of the details of a recommendation: its page in Defender for Cloud and the policy behind it. */
export function RecommendationLinks(props: {
  readonly portalLink: string | undefined;
  readonly policyId: string | undefined;
}) {
  const { portalLink, policyId } = props;
  const definition = encodeURIComponent(
    `/providers/Microsoft.Authorization/policyDefinitions/${policyId ?? ""}`,
  );
  return (
    <>
      {portalLink && <ExternalLink href={portalLink}>{Recommendations.viewAdditionalDetails}</ExternalLink>}
      {policyId && <ExternalLink href={policyBlade + definition}>{Recommendations.openPolicy}</ExternalLink>}
    </>
  );
}
