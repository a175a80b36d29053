import { lastKnown, type Loadable } from "../../Kit/Model/loadable";
import { useMemo, useReducer } from "react";
import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import {
  assignmentProblems,
  type Assignment,
  type AssignmentChange,
  type AssignmentProblem,
} from "../../../Client/Ownership/assignment";
import type { UnderlyingAssessments } from "../../../Client/Ownership/ownershipService";
import { leftOf } from "../../Kit/Operations/operation";
import {
  changeOf,
  draftOf,
  entered,
  newDraft,
  sectionsToWrite,
  type AssignmentDraft,
  type DraftSection,
  type OwnershipRequest,
} from "./assignmentDraft";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import { changeOwnershipForm, newOwnershipForm } from "./ownershipForm";
import { targetsOf, useUnderlyingAssessments, useCurrent } from "./useAssessments";
import { skippedTexts } from "./skipped";
import { useSaveOwners, type FailedWrite, type OwnersRun } from "./useSaveOwners";

/** The state of an open form for owners. */
export interface OwnershipEditing {
  readonly underlying: Loadable<UnderlyingAssessments>;
  readonly current: Loadable<readonly Assignment[]>;
  /** The assessments that a save writes. */
  readonly targets: readonly UnderlyingAssessment[];
  readonly replaces: boolean;
  setReplaces(replaces: boolean): void;
  readonly draft: AssignmentDraft;
  change(section: DraftSection, part: Partial<AssignmentDraft>): void;
  /** Problems of the entries; empty until the first attempt to save. */
  readonly problems: readonly AssignmentProblem[];
  /** What a save writes into each of {@link targets}; `undefined`: an entry is wrong, or owners are removed. */
  readonly writes: AssignmentChange | undefined;
  /** The time from which days by level are counted. */
  readonly openedAt: Date;
  /** Why nothing was saved, in words. */
  readonly hint: string | undefined;
  readonly isDirty: boolean;
  readonly canSave: boolean;
  /** A save of the tab that is under way. */
  readonly running: OwnersRun | undefined;
  /** What the last save did not write, of `lastTotal`. */
  readonly failed: readonly FailedWrite[];
  readonly lastTotal: number;
  submit(): void;
  /** Stops writing: changes already sent finish, the rest isn't sent. */
  cancel(): void;
}

/** What was entered, checked and written in a form for owners. */
export function useOwnershipEditing(
  request: OwnershipRequest,
  options: {
    readonly isAllowed: boolean;
    readonly onOpen: (request: OwnershipRequest) => void;
    readonly onClose: () => void;
  },
): OwnershipEditing {
  const { act, only } = request;
  const { isAllowed, onOpen, onClose } = options;
  const isNew = act === "assign";
  const underlying = useUnderlyingAssessments(request, isAllowed);
  const saving = useSaveOwners(request);
  const [form, dispatch] = useReducer(changeOwnershipForm, request.draft, newOwnershipForm);
  const { opening, openedAt, edited, hasTried, replaces } = form;

  const found = lastKnown(underlying);
  const fitting = useMemo(
    () => (found ? targetsOf(act, found, { replaces, only }) : []),
    [found, act, replaces, only],
  );
  const current = useCurrent(act === "edit" && found ? fitting : undefined);
  const failed = saving.leftOf(opening);
  const targets = failed.length > 0 ? failed.map(({ item }) => item) : fitting;
  const draft = edited ?? beginningDraft(isNew, current);
  const sections = sectionsToWrite(draft, isNew);
  const change = changeOf(draft, sections);
  const problems = act === "remove" ? [] : assignmentProblems(change, openedAt);
  const isUnchanged = act === "edit" && sections.size === 0;

  const submit = () => {
    dispatch({ type: "submit" });
    if (problems.length > 0 || isUnchanged) {
      return;
    }
    const assessments = found?.assessments ?? [];
    const skipped = only ? [] : skippedTexts(act, request.rows, assessments, fitting);
    const writing = act === "remove" ? "remove" : change;
    saving.save(
      { opening, targets, writing, skipped: skipped.join(" ") },
      {
        onEnd: (ended) => (leftOf(ended).length === 0 ? onClose() : undefined),
        onEdit: (left) => onOpen({ ...request, draft, only: new Set(left.map(({ id }) => id)) }),
      },
    );
  };
  return {
    underlying,
    current,
    targets,
    replaces,
    setReplaces: (next) => dispatch({ type: "replace", replaces: next }),
    draft,
    change: (section, part) => dispatch({ type: "enter", draft: entered(draft, section, part) }),
    ...(hasTried ? { problems, hint: hintFor(problems, isUnchanged) } : { problems: [], hint: undefined }),
    writes: writesOf(act, problems, change),
    openedAt,
    isDirty: edited !== undefined,
    canSave: isAllowed && (act === "edit" ? [underlying, current] : [underlying]).every(isReady),
    running: saving.running,
    failed,
    lastTotal: saving.total,
    submit,
    cancel: saving.cancel,
  };
}

function beginningDraft(isNew: boolean, current: Loadable<readonly Assignment[]>): AssignmentDraft {
  return isNew ? newDraft : draftOf(lastKnown(current) ?? []);
}

function writesOf(
  act: OwnershipRequest["act"],
  problems: readonly AssignmentProblem[],
  change: AssignmentChange,
): AssignmentChange | undefined {
  return act === "remove" || problems.length > 0 ? undefined : change;
}

function isReady({ status }: Loadable<unknown>): boolean {
  return status === "ready";
}

function hintFor(problems: readonly AssignmentProblem[], isUnchanged: boolean): string | undefined {
  if (problems.length > 0) {
    return Text.fixFirst;
  }
  return isUnchanged ? Text.nothingChanged : undefined;
}
