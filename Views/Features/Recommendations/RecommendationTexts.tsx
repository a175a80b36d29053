import type { Named } from "../../../Client/Core/recommendationLifecycle";
import { Recommendations } from "./Recommendations.resjson";
import { remediationOf } from "./remediation";
import { SanitizedHtml } from "../../Kit/Controls/SanitizedHtml";
import { Section } from "../../Kit/Controls/Section";

/** What a recommendation says, and how to follow it. */
export function RecommendationTexts(props: {
  /** HTML from the service. */
  readonly descriptionHtml: string;
  readonly remediationHtml: string;
  readonly recommendation: Named;
}) {
  const { descriptionHtml, remediationHtml, recommendation } = props;
  return (
    <>
      <Section title={Recommendations.sectionDescription}>
        <SanitizedHtml html={descriptionHtml || Recommendations.noDescription} />
      </Section>
      <Section title={Recommendations.sectionRemediation}>
        {remediationOf(recommendation) === "quickFix" && <p>{Recommendations.quickFixHint}</p>}
        <SanitizedHtml html={remediationHtml || Recommendations.noRemediation} />
      </Section>
    </>
  );
}
