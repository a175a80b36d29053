import { failureOf } from "../../../Client/Core/failure";
import { planConflictOf } from "../../../Client/DefenderPlan/planResults";
import { Settings as Text } from "./Settings.resjson";
import type { FootButton } from "./SettingsFoot";
import { areReady } from "./useFixPlans";
import type { PlanEditor } from "./usePlanEditor";
import { isDone, type PlanSave } from "./planSave";

interface Foot {
  readonly primary: FootButton | undefined;
  readonly others: readonly FootButton[];
}

/** What can be done with the pane as it stands. */
export function paneFoot(editor: PlanEditor): Foot {
  const close: FootButton = { text: Text.close, onPress: editor.close };
  switch (editor.phase) {
    case "form":
      return {
        primary: {
          text: Text.review,
          disabledBecause: whyNotReview(editor),
          onPress: editor.reviewChanges,
        },
        others: editor.isDirty ? [{ text: Text.discard, onPress: editor.discard }] : [close],
      };
    case "review":
      return {
        primary: {
          text: Text.save,
          disabledBecause: areReady(editor.fixPlans) ? undefined : Text.fixNotReady,
          onPress: editor.start,
        },
        others: [{ text: Text.back, onPress: editor.back }],
      };
    case "save":
      return editor.save ? footOfSave(editor.save, editor) : { primary: undefined, others: [] };
  }
}

function whyNotReview({ changes, tagProblems, editing }: PlanEditor): string | undefined {
  if (tagProblems.length > 0) {
    return tagProblems[0];
  }
  if (!changes || changes.steps.length === 0) {
    return Text.nothingChanged;
  }
  const needsPlan = changes.steps.some(({ kind }) => kind !== "cluster");
  return needsPlan && !editing.save.isAllowed ? Text.mayNotSave : undefined;
}

function footOfSave(save: PlanSave, { retry, finish }: PlanEditor): Foot {
  if (save.isRunning) {
    return { primary: undefined, others: [] };
  }
  const done: FootButton = { text: Text.done, onPress: finish };
  if (save.states.every(isDone)) {
    return { primary: done, others: [] };
  }
  const back: FootButton = { text: Text.back, onPress: finish };
  return isStale(save)
    ? { primary: back, others: [] }
    : { primary: { text: Text.retry, onPress: retry }, others: [back] };
}

/** Whether the save failed because of another person's change: then it must be reviewed again. */
function isStale({ states }: PlanSave): boolean {
  return states.some(
    (state) => state.status === "failed" && planConflictOf(failureOf(state.error)) === "stale",
  );
}
