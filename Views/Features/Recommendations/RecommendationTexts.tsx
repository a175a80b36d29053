import type { Remediation } from "../../../Client/Core/recommendation";
import { Recommendations } from "./Recommendations.resjson";
import { SanitizedHtml } from "../../Kit/Controls/SanitizedHtml";
import { Section } from "../../Kit/Controls/Section";

/** What a recommendation says, and how to follow it. */
export function RecommendationTexts(props: {
  /** HTML from the service. */
  readonly descriptionHtml: string;
  readonly remediationHtml: string;
  readonly remediation: Remediation;
}) {
  const { descriptionHtml, remediationHtml, remediation } = props;
  return (
    <>
      <Section title={Recommendations.sectionDescription}>
        <SanitizedHtml html={descriptionHtml || Recommendations.noDescription} />
      </Section>
      <Section title={Recommendations.sectionRemediation}>
        {remediation === "quickFix" && <p>{Recommendations.quickFixHint}</p>}
        <SanitizedHtml html={remediationHtml || Recommendations.noRemediation} />
      </Section>
    </>
  );
}
