import { useEffect, useRef, useState } from "react";
import { failureOf, type Failure } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import type { PolicyDefinition } from "../../../Client/Policy/policyDefinition";
import {
  draftProblems,
  firstDraft,
  newAssignment,
  type AssignmentDraft,
  type DraftProblem,
} from "../../../Client/Policy/policyDraft";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { PolicyTexts as Text } from "./Policy.resjson";
import { useAssignPolicy } from "./usePolicy";

/** The state of an open form that assigns a policy. */
export interface PolicyEditing {
  readonly draft: AssignmentDraft;
  change(part: Partial<AssignmentDraft>): void;
  /** Problems of the entries; empty until the first attempt to save. */
  readonly problems: readonly DraftProblem[];
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Why the last try was not saved. */
  readonly failure: Failure | undefined;
  submit(): void;
}

/** What was entered, checked and saved in a form that assigns a policy. A form that is closed meanwhile is still saved. */
export function usePolicyEditing(definition: PolicyDefinition, onClose: () => void): PolicyEditing {
  const { cluster, host } = useDashboard();
  const assign = useAssignPolicy();
  const [edited, setEdited] = useState<AssignmentDraft>();
  const [hasTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isOpen = useRef(true);
  useEffect(() => () => void (isOpen.current = false), []);
  const draft = edited ?? firstDraft(definition);
  const problems = draftProblems(definition, draft);

  const save = async () => {
    setSaving(true);
    setFailure(undefined);
    const title = format(Text.savedTitle, definition.displayName);
    const notice = host.notifyPending({ title, description: Text.saving });
    try {
      await assign(newAssignment(cluster, definition, draft));
    } catch (error) {
      const reason = failureOf(error);
      notice.complete({ title, description: `${failedText(reason)} ${reason.message}` }, "error");
      if (isOpen.current) {
        setSaving(false);
        setFailure(reason);
      }
      return;
    }
    notice.complete({ title, description: Text.saved }, "success");
    if (isOpen.current) {
      onClose();
    }
  };
  return {
    draft,
    change: (part) => setEdited({ ...draft, ...part }),
    problems: hasTried ? problems : [],
    isDirty: edited !== undefined,
    isSaving,
    failure,
    submit() {
      setTried(true);
      if (problems.length === 0) {
        void save();
      }
    },
  };
}

/** A write without answer may have been done. */
export function failedText({ kind }: Failure): string {
  return kind === "offline" ? Text.saveUnknown : Text.saveFailed;
}
