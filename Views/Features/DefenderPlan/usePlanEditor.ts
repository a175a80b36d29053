import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer } from "react";
import { editingAt } from "../../../Client/DefenderPlan/planEditing";
import { changesBetween, removalOf, type PlanReview } from "../../../Client/DefenderPlan/planChanges";
import type { PlanScope } from "../../../Client/Core/defenderPlan";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import type { ClusterFix } from "../../../Client/DefenderPlan/planDraft";
import { usePage } from "../../Kit/Session/dashboardContext";
import { newFixDraft } from "../QuickFixes/fixDraft";
import { useFixRunner } from "../QuickFixes/useFixRunner";
import { fixRowFor } from "../QuickFixes/fixRow";
import { changePlanEditor, firstEditorState, type PlanEditorEvent, type Reviewed } from "./planEditorState";
import { draftOf, enablingDraft, tagsOf, type PlanForm } from "./planForm";
import { Settings as Text } from "./Settings.resjson";
import { useFixPlans } from "./useFixPlans";
import { lastKnown } from "../../Kit/Model/loadable";
import { editableSettings, usePlanReads, type PlanReads } from "./usePlanSituation";
import { useSavePlan } from "./useSavePlan";
import { isDone } from "./planSave";

/**
 * The state of the pane: what is shown of which scope, what was chosen of it, and the save that came of it. `isEnabling`: it begins
 * with the review of enabling the plan at the first scope, as soon as it is known to be off and may be enabled.
 */
export function usePlanEditor(first: PlanScope, isEnabling: boolean) {
  const { cluster, host } = usePage();
  const [state, dispatch] = useReducer(changePlanEditor, firstEditorState(first, isEnabling));
  const { scope, drafts, reviewed, opening, isToEnable } = state;
  const reads = usePlanReads();
  const { close, ...runner } = useFixesOfPane();
  const { save, unconfirmedSave, ...saving } = useSavePlan();
  const settings = editableSettings(reads, scope);
  const value = lastKnown(settings);
  const draft = value && shownDraft(value, drafts[scope]);
  const fixPlans = useFixPlans(fixesOf(reviewed?.review, draft), draft?.fix ?? newFixDraft, opening);
  const changes = changesOf(value, draft, reads);
  const isDirtyAt = (at: PlanScope) => isChanged(lastKnown(reads.settings[at]), drafts[at], reads);
  const isAnyDirty = isDirtyAt("cluster") || isDirtyAt("subscription");

  if (isToEnable && settings.status !== "loading") {
    // Before anything of the form is painted.
    dispatch({ type: "enable", enabled: enabledAt(scope, value, reads) });
  }

  useCloseGuard(closeQuestion(save, isAnyDirty));

  const runningFix = (fix: ClusterFix) => runner.progressOf(fixRowFor(fix, cluster.id));

  return {
    scope,
    reads,
    settings,
    editing: editingAt(scope, reads.situation),
    phase: phaseOf(save, reviewed),
    /** Whether the review takes the form's place as soon as the settings are known: nothing of the form is to begin then. */
    isToEnable,
    /** What was chosen and entered, at first everything as it is; `undefined` while the settings are not there. */
    draft,
    /** What saving would do; without changes it has no steps. `undefined` while the settings are not there. */
    changes,
    isDirty: isDirtyAt(scope),
    tagProblems: tagProblems(draft),
    /** What is being looked at before it is saved. */
    review: reviewed?.review,
    fixPlans,
    save,
    unconfirmedSave,
    retry: saving.retry,
    runningFix,
    chooseScope: (next: PlanScope) => dispatch({ type: "chooseScope", scope: next }),
    change: (next: PlanForm) => dispatch({ type: "edit", draft: next }),
    discard: () => dispatch({ type: "discard" }),
    reviewChanges() {
      if (value && changes) {
        dispatch({ type: "review", reviewed: { review: changes, seen: value } });
      }
    },
    reviewRemoval() {
      if (value) {
        const review = removalOf(value, lastKnown(reads.settings.subscription));
        dispatch({ type: "review", reviewed: { review, seen: value } });
      }
    },
    back: () => dispatch({ type: "back" }),
    start() {
      if (reviewed && draft) {
        saving.start({ ...reviewed, draft, fixPlans, change: runner.changePending });
      }
    },
    /**
     * From the end of a save back to the form, which shows what is in force now. Who came to enable the plan, and has, goes back to
     * the dashboard, which learns of the change when the pane is closed.
     */
    finish() {
      const isSaved = save?.states.every(isDone) ?? false;
      dispatch({ type: "finish", isSaved });
      saving.dismiss();
      if (isSaved && isEnabling) {
        void host.close();
      }
    },
    close,
  };
}

/** The quick fixes of the cluster, as the pane runs or follows them, and how the pane is closed. */
function useFixesOfPane() {
  const { host } = usePage();
  const queries = useQueryClient();
  const runner = useFixRunner(() => {
    host.announceChange();
    void queries.invalidateQueries();
  });
  return {
    ...runner,
    close() {
      if (runner.isFollowing) {
        // The page that opened the pane has to follow the fix from here on.
        host.announceChange();
      }
      void host.close();
    },
  };
}

function useCloseGuard(question: string | undefined): void {
  const { host } = usePage();
  useEffect(() => host.guardClose(question), [host, question]);
}

export type PlanEditor = ReturnType<typeof usePlanEditor>;

/** What was chosen of these settings, at first everything as it is. */
function shownDraft(settings: PlanSettings, chosen: PlanForm | undefined): PlanForm {
  return chosen ?? draftOf(settings);
}

type Save = ReturnType<typeof useSavePlan>["save"];

function phaseOf(save: Save, reviewed: Reviewed | undefined): "form" | "review" | "save" {
  if (save) {
    return "save";
  }
  return reviewed ? "review" : "form";
}

/** What to ask who closes the pane; `undefined`: nothing would be lost. */
function closeQuestion(save: Save, isDirty: boolean): string | undefined {
  if (save) {
    return save.isRunning ? Text.unsavedSteps : undefined;
  }
  return isDirty ? Text.unsaved : undefined;
}

/** What enables the plan; `undefined` when it is on, not known to be off, or may not be enabled. */
function enabledAt(
  scope: PlanScope,
  settings: PlanSettings | undefined,
  reads: PlanReads,
): Extract<PlanEditorEvent, { type: "enable" }>["enabled"] {
  if (settings?.isOn !== false || !editingAt(scope, reads.situation).save.isAllowed) {
    return undefined;
  }
  const draft = enablingDraft(settings);
  return { draft, review: changesBetween(settings, draft.wanted, surroundingsOf(reads)), seen: settings };
}

/** `undefined` while the settings are not there. */
function changesOf(
  settings: PlanSettings | undefined,
  draft: PlanForm | undefined,
  reads: PlanReads,
): PlanReview | undefined {
  if (!settings || !draft) {
    return undefined;
  }
  return changesBetween(settings, draft.wanted, surroundingsOf(reads));
}

function surroundingsOf({ profile, settings }: PlanReads) {
  return { profile: lastKnown(profile), subscription: lastKnown(settings.subscription) };
}

/** Whether anything was chosen or entered that is not so already. */
function isChanged(
  settings: PlanSettings | undefined,
  draft: PlanForm | undefined,
  reads: PlanReads,
): boolean {
  const changes = changesOf(settings, draft, reads)?.changes ?? [];
  return changes.length > 0 || tagProblems(draft).length > 0;
}

/** Quick fixes of the cluster that a save carries out: as reviewed, before that as chosen. */
function fixesOf(reviewed: PlanReview | undefined, draft: PlanForm | undefined): readonly ClusterFix[] {
  return reviewed
    ? reviewed.steps.flatMap((step) => (step.kind === "cluster" ? [step.fix] : []))
    : (draft?.wanted.fixes ?? []);
}

function tagProblems(draft: PlanForm | undefined): readonly string[] {
  return tagsOf(draft?.tags ?? "").problems;
}
