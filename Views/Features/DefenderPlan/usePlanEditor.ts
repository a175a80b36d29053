import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { editingAt } from "../../../Client/DefenderPlan/planEditing";
import { changesBetween, removalOf, type PlanReview } from "../../../Client/DefenderPlan/planChanges";
import type { PlanScope } from "../../../Client/Core/defenderPlan";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import type { ClusterFix } from "../../../Client/DefenderPlan/planDraft";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { newFixDraft } from "../QuickFixes/fixDraft";
import { fixProgress } from "../QuickFixes/fixOperation";
import { useFixRunner } from "../QuickFixes/useFixRunner";
import { fixRowFor } from "./planFixRow";
import { draftOf, enablingDraft, tagsOf, type PlanForm } from "./planForm";
import { Settings as Text } from "./Settings.resjson";
import { useFixPlans } from "./useFixPlans";
import { lastKnown } from "../../Kit/Model/loadable";
import { editableSettings, usePlanReads, type PlanReads } from "./usePlanSituation";
import { useSavePlan } from "./useSavePlan";
import { isDone } from "./planSave";

type Drafts = Readonly<Partial<Record<PlanScope, PlanForm>>>;

/**
 * The state of the pane: what is shown of which scope, what was chosen of it, and the save that came of it. `isEnabling`: it begins
 * with the review of enabling the plan at the first scope, as soon as it is known to be off and may be enabled.
 */
export function usePlanEditor(first: PlanScope, isEnabling: boolean) {
  const { cluster, host } = useDashboard();
  const [scope, setScope] = useState(first);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [reviewed, setReviewed] = useState<PlanReview>();
  const [opening, setOpening] = useState(0);
  const [isToStart, setToStart] = useState(isEnabling);
  const reads = usePlanReads();
  const queries = useQueryClient();
  const runner = useFixRunner(() => {
    host.announceChange();
    void queries.invalidateQueries();
  });
  const { save, unconfirmedSave, ...saving } = useSavePlan();
  const settings = editableSettings(reads, scope);
  const value = lastKnown(settings);
  const draft = value && shownDraft(value, drafts[scope]);
  const fixPlans = useFixPlans(fixesOf(reviewed, draft), draft?.fix ?? newFixDraft, opening);
  const changes = changesOf(value, draft, reads);
  const isDirtyAt = (at: PlanScope) => isChanged(lastKnown(reads.settings[at]), drafts[at], reads);
  const isAnyDirty = isDirtyAt("cluster") || isDirtyAt("subscription");

  if (isToStart && settings.status !== "loading") {
    // Before anything of the form is painted.
    setToStart(false);
    const enabled = enabledAt(scope, value, reads);
    if (enabled) {
      setDrafts({ [scope]: enabled });
      setReviewed(changesOf(value, enabled, reads));
    }
  }

  useCloseGuard(closeQuestion(save, isAnyDirty));

  const runningFix = (fix: ClusterFix) => fixProgress(runner.runOf(fixRowFor(fix, cluster.id)));

  const forget = () => setDrafts((all) => ({ ...all, [scope]: undefined }));
  return {
    scope,
    reads,
    settings,
    editing: editingAt(scope, reads.situation),
    phase: phaseOf(save, reviewed),
    /** What was chosen and entered, at first everything as it is; `undefined` while the settings are not there. */
    draft,
    /** What saving would do; without changes it has no steps. `undefined` while the settings are not there. */
    changes,
    isDirty: isDirtyAt(scope),
    tagProblems: tagProblems(draft),
    /** What is being looked at before it is saved. */
    review: reviewed,
    fixPlans,
    save,
    unconfirmedSave,
    retry: saving.retry,
    runningFix,
    chooseScope: setScope,
    change: (next: PlanForm) => setDrafts((all) => ({ ...all, [scope]: next })),
    discard: forget,
    reviewChanges() {
      setOpening(opening + 1);
      setReviewed(changes);
    },
    reviewRemoval() {
      if (value) {
        setReviewed(removalOf(value, lastKnown(reads.settings.subscription)));
      }
    },
    /** From the review back to the form; nothing is lost. */
    back: () => setReviewed(undefined),
    start() {
      if (reviewed && draft) {
        saving.start({ review: reviewed, draft, fixPlans, change: runner.changePending });
      }
    },
    /**
     * From the end of a save back to the form, which shows what is in force now. What is saved is no longer a draft. Who came to
     * enable the plan, and has, goes back to the dashboard, which learns of the change when the pane is closed.
     */
    finish() {
      const isSaved = save?.states.every(isDone) ?? false;
      if (isSaved) {
        forget();
      }
      setReviewed(undefined);
      saving.dismiss();
      if (isSaved && isEnabling) {
        void host.close();
      }
    },
    close: () => void host.close(),
  };
}

function useCloseGuard(question: string | undefined): void {
  const { host } = useDashboard();
  useEffect(() => host.guardClose(question), [host, question]);
}

export type PlanEditor = ReturnType<typeof usePlanEditor>;

/** What was chosen of these settings, at first everything as it is. */
function shownDraft(settings: PlanSettings, chosen: PlanForm | undefined): PlanForm {
  return chosen ?? draftOf(settings);
}

type Save = ReturnType<typeof useSavePlan>["save"];

function phaseOf(save: Save, reviewed: PlanReview | undefined): "form" | "review" | "save" {
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

/** The draft that enables the plan; `undefined` when it is on, not known to be off, or may not be enabled. */
function enabledAt(
  scope: PlanScope,
  settings: PlanSettings | undefined,
  reads: PlanReads,
): PlanForm | undefined {
  const isOff = settings?.isOn === false;
  return isOff && editingAt(scope, reads.situation).save.isAllowed ? enablingDraft(settings) : undefined;
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
  return changesBetween(settings, draft.wanted, {
    profile: lastKnown(reads.profile),
    subscription: lastKnown(reads.settings.subscription),
  });
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
