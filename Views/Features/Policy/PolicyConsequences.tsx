import { MessageBar, MessageBarType, Stack } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { replacedBy } from "../../../Client/Policy/policyAssignment";
import type { PolicyDefinition } from "../../../Client/Policy/policyDefinition";
import { newAssignment, systemNamespaces, type AssignmentDraft } from "../../../Client/Policy/policyDraft";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { PolicyTexts as Text } from "./Policy.resjson";
import { PolicyPrerequisites } from "./PolicyPrerequisites";
import { denyText, effectText } from "./policyLabels";
import { usePolicyAssignments } from "./usePolicy";

/** What must happen first, and what saving does beyond what was asked for: what is refused from then on, and what is replaced. */
export function PolicyConsequences(props: {
  readonly definition: PolicyDefinition;
  readonly draft: AssignmentDraft;
}) {
  const { definition, draft } = props;
  const warnings = [...denyWarnings(definition, draft), useReplacement(definition, draft)];
  return (
    <Stack tokens={{ childrenGap: 8 }}>
      <PolicyPrerequisites />
      {warnings.map(
        (text) =>
          text !== undefined && (
            <MessageBar key={text} messageBarType={MessageBarType.warning} isMultiline>
              {text}
            </MessageBar>
          ),
      )}
    </Stack>
  );
}

function denyWarnings(
  { effects, excludedNamespaces, kinds }: PolicyDefinition,
  draft: AssignmentDraft,
): readonly string[] {
  if (draft.effect !== "deny" || !effects.has("deny")) {
    return [];
  }
  const left = new Set(draft.excludedNamespaces.map((name) => name.trim()));
  const missing = excludedNamespaces ? systemNamespaces.filter((name) => !left.has(name)) : [];
  return [
    draft.target === "cluster" ? denyText(kinds) : `${denyText(kinds)} ${Text.denyWider}`,
    ...(missing.length > 0 ? [format(Text.excludedSystemMissing, missing.join(", "))] : []),
  ];
}

/** What is known of an assignment that saving would replace; `undefined`: there is none, or it is still being read. */
function useReplacement(definition: PolicyDefinition, draft: AssignmentDraft): string | undefined {
  const { cluster } = useDashboard();
  const assignments = usePolicyAssignments(definition);
  switch (assignments.status) {
    case "loading":
      return undefined;
    case "failed":
      return Text.assignmentsUnknown;
    case "ready": {
      const replaced = replacedBy(assignments.value, newAssignment(cluster, definition, draft));
      if (replaced) {
        return format(Text.replaces, effectText(replaced.effect));
      }
      return assignments.value.gaps.length > 0 ? Text.assignmentsUnknown : undefined;
    }
    case "outdated":
      return Text.assignmentsUnknown;
  }
}
