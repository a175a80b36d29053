import type { PlanScope } from "../../../Client/Core/defenderPlan";
import type { PlanReview } from "../../../Client/DefenderPlan/planChanges";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import type { PlanForm } from "./planForm";

/** What saving would do, and the settings that it was made from. */
export interface Reviewed {
  readonly review: PlanReview;
  readonly seen: PlanSettings;
}

/** What was chosen in the settings pane. */
interface PlanEditorState {
  /** Whose settings are shown. */
  readonly scope: PlanScope;
  /** What was chosen and entered; absent: nothing yet. */
  readonly drafts: Readonly<Partial<Record<PlanScope, PlanForm>>>;
  /** What is being looked at before it is saved, or while it is; `undefined`: the form is shown. */
  readonly reviewed: Reviewed | undefined;
  /** How often a review was opened: the cluster is read anew for each. */
  readonly opening: number;
  /** Whether the review of enabling the plan is still to be opened, once the settings are known. */
  readonly isToEnable: boolean;
}

export type PlanEditorEvent =
  | { readonly type: "chooseScope"; readonly scope: PlanScope }
  | { readonly type: "edit"; readonly draft: PlanForm }
  | { readonly type: "discard" }
  /** The settings are known. `enabled`: what enables the plan; `undefined`: it can't be enabled here. */
  | { readonly type: "enable"; readonly enabled: (Reviewed & { readonly draft: PlanForm }) | undefined }
  | { readonly type: "review"; readonly reviewed: Reviewed }
  /** From the review to the form; nothing is lost. */
  | { readonly type: "back" }
  /** From the end of a save to the form. What is saved is no longer a draft. */
  | { readonly type: "finish"; readonly isSaved: boolean };

export function firstEditorState(scope: PlanScope, isEnabling: boolean): PlanEditorState {
  return { scope, drafts: {}, reviewed: undefined, opening: 0, isToEnable: isEnabling };
}

export function changePlanEditor(state: PlanEditorState, event: PlanEditorEvent): PlanEditorState {
  switch (event.type) {
    case "chooseScope":
      return { ...state, scope: event.scope };
    case "edit":
      return withDraft(state, event.draft);
    case "discard":
      return withDraft(state, undefined);
    case "enable": {
      const known = { ...state, isToEnable: false };
      return event.enabled ? { ...withDraft(known, event.enabled.draft), reviewed: event.enabled } : known;
    }
    case "review":
      return { ...state, reviewed: event.reviewed, opening: state.opening + 1 };
    case "back":
      return { ...state, reviewed: undefined };
    case "finish":
      return { ...(event.isSaved ? withDraft(state, undefined) : state), reviewed: undefined };
  }
}

function withDraft(state: PlanEditorState, draft: PlanForm | undefined): PlanEditorState {
  return { ...state, drafts: { ...state.drafts, [state.scope]: draft } };
}
