import { lastKnown } from "../../Kit/Model/loadable";
import { useEffect, useMemo, useRef, useState } from "react";
import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import {
  assignmentProblems,
  type Assignment,
  type AssignmentProblem,
} from "../../../Client/Ownership/assignment";
import type { Outcome } from "../../../Client/Core/outcome";
import type { UnderlyingAssessments } from "../../../Client/Ownership/governanceService";
import type { BulkRun } from "../../Kit/Operations/bulkRuns";
import type { Loadable } from "../../Kit/Model/loadable";
import { useBulk } from "../../Kit/Operations/useBulkRunner";
import {
  changeOf,
  draftOf,
  entered,
  newDraft,
  sectionsToWrite,
  type AssignmentDraft,
  type DraftSection,
} from "./assignmentDraft";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import { targetsOf, useUnderlyingAssessments, useCurrent } from "./useAssessments";
import type { OwnershipRequest } from "./ownershipRequest";
import { skippedTexts } from "./skipped";
import { useSaveOwners } from "./useSaveOwners";

export type FailedWrite = Extract<Outcome<UnderlyingAssessment>, { result: "failed" | "notSent" }>;

/** The state of an open form for owners. */
export interface OwnershipEditing {
  readonly behind: Loadable<UnderlyingAssessments>;
  readonly current: Loadable<readonly Assignment[]>;
  /** The assessments that a save writes. */
  readonly targets: readonly UnderlyingAssessment[];
  readonly replaces: boolean;
  setReplaces(replaces: boolean): void;
  readonly draft: AssignmentDraft;
  change(section: DraftSection, part: Partial<AssignmentDraft>): void;
  /** Problems of the entries; empty until the first attempt to save. */
  readonly problems: readonly AssignmentProblem[];
  /** Why nothing was saved, in words. */
  readonly hint: string | undefined;
  readonly isDirty: boolean;
  readonly canSave: boolean;
  readonly running: Extract<BulkRun, { status: "running" }> | undefined;
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
  const { act, tab, only } = request;
  const { isAllowed, onOpen, onClose } = options;
  const isNew = act === "assign";
  const behind = useUnderlyingAssessments(request, isAllowed);
  const bulk = useBulk();
  const save = useSaveOwners(request);
  const [replaces, setReplaces] = useState(false);
  const [edited, setEdited] = useState(request.draft);
  const [hasTried, setTried] = useState(false);
  const [failed, setFailed] = useState<readonly FailedWrite[]>([]);
  const [lastTotal, setLastTotal] = useState(0);
  const [now] = useState(() => new Date());
  const isOpen = useRef(true);
  useEffect(() => () => void (isOpen.current = false), []);

  const found = lastKnown(behind);
  const fitting = useMemo(
    () => (found ? targetsOf(act, found, { replaces, only }) : []),
    [found, act, replaces, only],
  );
  const current = useCurrent(act === "edit" && found ? fitting : undefined);
  const targets = failed.length > 0 ? failed.map(({ item }) => item) : fitting;
  const draft = edited ?? beginningDraft(isNew, current);
  const sections = sectionsToWrite(draft, isNew);
  const change = changeOf(draft, sections);
  const problems = act === "remove" ? [] : assignmentProblems(change, now);
  const isUnchanged = act === "edit" && sections.size === 0;

  const submit = () => {
    setTried(true);
    if (problems.length > 0 || isUnchanged) {
      return;
    }
    setLastTotal(targets.length);
    const assessments = found?.assessments ?? [];
    const skipped = only ? [] : skippedTexts(act, request.rows, assessments, fitting);
    save(targets, act === "remove" ? "remove" : change, {
      skipped: skipped.join(" "),
      onFinish(outcomes) {
        if (!isOpen.current) {
          return;
        }
        const left = outcomes.filter((outcome) => outcome.result !== "done");
        setFailed(left);
        if (left.length === 0) {
          onClose();
        }
      },
      onEdit: (left) => onOpen({ ...request, draft, only: new Set(left.map(({ id }) => id)) }),
    });
  };
  return {
    behind,
    current,
    targets,
    replaces,
    setReplaces,
    draft,
    change: (section, part) => setEdited(entered(draft, section, part)),
    ...(hasTried ? { problems, hint: hintFor(problems, isUnchanged) } : { problems: [], hint: undefined }),
    isDirty: edited !== undefined,
    canSave: isAllowed && (act === "edit" ? [behind, current] : [behind]).every(isReady),
    running: bulkRunning(bulk.runs[tab]),
    failed,
    lastTotal,
    submit,
    cancel: () => bulk.cancel(tab),
  };
}

function beginningDraft(isNew: boolean, current: Loadable<readonly Assignment[]>): AssignmentDraft {
  return isNew ? newDraft : draftOf(lastKnown(current) ?? []);
}

function isReady({ status }: Loadable<unknown>): boolean {
  return status === "ready";
}

function bulkRunning(run: BulkRun | undefined): OwnershipEditing["running"] {
  return run?.status === "running" ? run : undefined;
}

function hintFor(problems: readonly AssignmentProblem[], isUnchanged: boolean): string | undefined {
  if (problems.length > 0) {
    return Text.fixFirst;
  }
  return isUnchanged ? Text.nothingChanged : undefined;
}
