import type { AffectedComponents } from "../../../Client/Misconfigurations/affectedComponent";
import { isContainerLevel } from "../../../Client/Core/recommendation";
import { misconfigurationCode, type CodeSubject } from "../../../Client/RemediationCode/misconfigurationCode";
import { CodeSnippets } from "./CodeSnippets";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { Code } from "./RemediationCode.resjson";
import { Section } from "../../Kit/Controls/Section";
import type { Loadable } from "../../Kit/Model/loadable";
import { useDetails } from "../../Kit/Session/useDetails";

/** A recommendation as code. What to patch is requested when the section is expanded, unless it's already listed. */
export function RecommendationCode({ subject }: { readonly subject: CodeSubject }) {
  const { key, policyId } = subject;
  return (
    <Section title={Code.section} startsOpen={false}>
      {isContainerLevel(key) && policyId !== undefined ? (
        <PatchedCode subject={subject} policyId={policyId} />
      ) : (
        <SubjectCode subject={subject} />
      )}
    </Section>
  );
}

/** The policy can be assigned without knowing what doesn't comply: after a failure the names are missing, not the code. */
function PatchedCode({ subject, policyId }: { readonly subject: CodeSubject; readonly policyId: string }) {
  const components = useAffectedComponents(policyId);
  return (
    <>
      <LoadedPart
        load={components}
        loadingText={Code.componentsLoading}
        failedText={Code.componentsFailed}
        failedAs="warning"
      >
        {(loaded) => <SubjectCode subject={subject} components={loaded} />}
      </LoadedPart>
      {components.status === "failed" && <SubjectCode subject={subject} />}
    </>
  );
}

function SubjectCode(props: { readonly subject: CodeSubject; readonly components?: AffectedComponents }) {
  const { subject, components } = props;
  const { cluster } = useDashboard();
  const isIncomplete = components && (!components.complete || components.gaps.length > 0);
  return (
    <>
      {isIncomplete && <p>{Code.componentsIncomplete}</p>}
      <CodeSnippets code={misconfigurationCode(subject, cluster, components?.items ?? [])} />
    </>
  );
}

/** Components that don't comply with a policy, by the GUID of its definition. Requested once for all parts of the page. */
export function useAffectedComponents(policyId: string): Loadable<AffectedComponents> {
  return useDetails("affectedComponents", policyId, ({ misconfigurations }, signal) =>
    misconfigurations.affectedComponents(policyId, signal),
  );
}
