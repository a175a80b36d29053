import {
  changeDraftForm,
  newDraftForm,
  type DraftForm,
  type DraftFormChange,
} from "../../Kit/Model/draftForm";
import type { AssignmentDraft } from "./assignmentDraft";

/** An open form for owners. */
interface OwnershipForm extends DraftForm<AssignmentDraft> {
  /** Whether owners that are there are replaced by a new one. Not an entry of the form: leaving it asks nothing. */
  readonly replaces: boolean;
}

type OwnershipFormChange =
  DraftFormChange<AssignmentDraft> | { readonly type: "replace"; readonly replaces: boolean };

export function newOwnershipForm(edited: AssignmentDraft | undefined): OwnershipForm {
  return { ...newDraftForm(edited), replaces: false };
}

export function changeOwnershipForm(form: OwnershipForm, change: OwnershipFormChange): OwnershipForm {
  return change.type === "replace"
    ? { ...form, replaces: change.replaces }
    : { ...form, ...changeDraftForm(form, change) };
}
