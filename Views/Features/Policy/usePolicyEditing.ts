import { useReducer } from "react";
import type { Failure } from "../../../Client/Core/failure";
import type { PolicyDefinition } from "../../../Client/Policy/policyDefinition";
import {
  draftProblems,
  firstDraft,
  newAssignment,
  type AssignmentDraft,
  type DraftProblem,
} from "../../../Client/Policy/policyDraft";
import { replacedBy } from "../../../Client/Policy/policyAssignment";
import { changeDraftForm, newDraftForm } from "../../Kit/Model/draftForm";
import { lastKnown } from "../../Kit/Model/loadable";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { failedIn } from "../../Kit/Operations/operation";
import { useOperation } from "../../Kit/Operations/useOperations";
import { assignPolicy, usePolicyAssignments } from "./usePolicy";

/** The state of an open form that assigns a policy. */
export interface PolicyEditing {
  readonly draft: AssignmentDraft;
  change(part: Partial<AssignmentDraft>): void;
  /** Problems of the entries; empty until the first attempt to save. */
  readonly problems: readonly DraftProblem[];
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Why the last try was not saved. */
  readonly failed: { readonly failure: Failure; readonly error: unknown } | undefined;
  submit(): void;
}

/** What was entered, checked and saved in a form that assigns a policy. A form that is closed meanwhile is still saved. */
export function usePolicyEditing(definition: PolicyDefinition, onClose: () => void): PolicyEditing {
  const { cluster } = useDashboard();
  const { runOf, start } = useOperation(assignPolicy);
  const [form, dispatch] = useReducer(
    changeDraftForm<AssignmentDraft>,
    undefined,
    newDraftForm<AssignmentDraft>,
  );
  const { opening, edited, hasTried } = form;
  const run = runOf(opening);
  const assignments = usePolicyAssignments(definition);
  const draft = edited ?? firstDraft(definition);
  const problems = draftProblems(definition, draft);
  return {
    draft,
    change: (part) => dispatch({ type: "enter", draft: { ...draft, ...part } }),
    problems: hasTried ? problems : [],
    isDirty: edited !== undefined,
    isSaving: run?.status === "running",
    failed: failedIn(run),
    submit() {
      dispatch({ type: "submit" });
      if (problems.length === 0) {
        const assignment = newAssignment(cluster, definition, draft);
        const known = lastKnown(assignments);
        const change = { definition, assignment, seen: known && replacedBy(known, assignment) };
        start(opening, change, { onEnd: (ended) => (failedIn(ended) ? undefined : onClose()) });
      }
    },
  };
}
