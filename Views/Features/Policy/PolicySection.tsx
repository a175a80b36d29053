import { MessageBar, MessageBarType, Stack } from "@fluentui/react";
import { readableLine } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import { policyStanding, type PolicyAssignments } from "../../../Client/Policy/policyAssignment";
import type { PolicyDefinition } from "../../../Client/Policy/policyDefinition";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { RecommendationLinks } from "../Recommendations/RecommendationLinks";
import { Section } from "../../Kit/Controls/Section";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { PolicyTexts as Text } from "./Policy.resjson";
import { useClusterNow } from "./PolicyPrerequisites";
import { assignmentCells, standingText } from "./policyLabels";
import { usePolicyAssignments, usePolicyDefinition } from "./usePolicy";

/** Whether the policy behind a recommendation is in force. Read when it is unfolded. */
export function PolicySection({ policyId }: { readonly policyId: string }) {
  return (
    <Section title={Text.section} startsOpen={false}>
      <LoadedPolicy policyId={policyId} />
    </Section>
  );
}

function LoadedPolicy({ policyId }: { readonly policyId: string }) {
  const definition = usePolicyDefinition(policyId);
  if (definition.status === "failed" && definition.failure.kind === "notFound") {
    return <p>{Text.definitionGone}</p>;
  }
  return (
    <LoadedPart load={definition} loadingText={Text.definitionLoading} failedText={Text.definitionFailed}>
      {(loaded) => <Policy policyId={policyId} definition={loaded} />}
    </LoadedPart>
  );
}

function Policy(props: { readonly policyId: string; readonly definition: PolicyDefinition }) {
  const { policyId, definition } = props;
  const assignments = usePolicyAssignments(definition);
  return (
    <Stack tokens={{ childrenGap: 12 }} horizontalAlign="start">
      <span>{`${Text.definition}: ${readableLine(definition.displayName)}`}</span>
      <RecommendationLinks portalLink={undefined} policyId={policyId} />
      <LoadedPart
        load={assignments}
        loadingText={Text.assignmentsLoading}
        failedText={Text.assignmentsFailed}
      >
        {(loaded) => <Assignments assignments={loaded} kinds={definition.kinds} />}
      </LoadedPart>
      {!definition.isAboutContainers && <span>{Text.notAboutContainers}</span>}
    </Stack>
  );
}

function Assignments(props: { readonly assignments: PolicyAssignments; readonly kinds: readonly string[] }) {
  const { assignments, kinds } = props;
  const { items, gaps } = assignments;
  const cluster = useClusterNow();
  const now = cluster.status === "ready" ? cluster.value : undefined;
  const reasons = [...new Set(gaps.map(({ message }) => message))].join(" ");
  return (
    <>
      <strong>{standingText(policyStanding(assignments), now, kinds)}</strong>
      {gaps.length > 0 && (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline>
          {format(Text.unreadable, formatNumber(gaps.length), reasons)}
        </MessageBar>
      )}
      {items.length > 0 && (
        <SimpleTable
          caption={Text.table}
          headers={[
            Text.columnName,
            Text.columnScope,
            Text.columnEffect,
            Text.columnEnforcement,
            Text.columnExcluded,
          ]}
          rows={items.map(assignmentCells)}
        />
      )}
    </>
  );
}
