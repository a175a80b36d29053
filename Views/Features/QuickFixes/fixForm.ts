import type { LiveCluster } from "../../../Client/QuickFixes/quickFix";
import { newFixDraft, type FixDraft } from "./fixDraft";

/** An open form of one fix. */
interface FixForm {
  /** Of this form alone. */
  readonly opening: string;
  readonly openedAt: Date;
  readonly draft: FixDraft;
  /** The cluster as it was when the fix was last started here; `undefined`: it was not. */
  readonly agreed: LiveCluster | undefined;
}

type FixFormChange =
  | { readonly type: "enter"; readonly part: Partial<FixDraft> }
  | { readonly type: "start"; readonly seen: LiveCluster };

export function newFixForm(): FixForm {
  return { opening: crypto.randomUUID(), openedAt: new Date(), draft: newFixDraft, agreed: undefined };
}

export function changeFixForm(form: FixForm, change: FixFormChange): FixForm {
  switch (change.type) {
    case "enter":
      return { ...form, draft: { ...form.draft, ...change.part } };
    case "start":
      return { ...form, agreed: change.seen };
  }
}
