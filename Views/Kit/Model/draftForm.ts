/** A form that is open: what was entered in it, and whether it was tried to be saved. */
export interface DraftForm<D> {
  /** Of this form alone: an operation that it starts is told by it from those of forms before. */
  readonly opening: string;
  readonly openedAt: Date;
  /** What was entered; `undefined`: nothing yet, and the form may be left without a question. */
  readonly edited: D | undefined;
  /** Whether it was tried to be saved: problems of what is entered are shown from then on. */
  readonly hasTried: boolean;
}

export type DraftFormChange<D> = { readonly type: "enter"; readonly draft: D } | { readonly type: "submit" };

/** `edited`: what was entered in an earlier form, to go on with. */
export function newDraftForm<D>(edited?: D): DraftForm<D> {
  return { opening: crypto.randomUUID(), openedAt: new Date(), edited, hasTried: false };
}

export function changeDraftForm<D>(form: DraftForm<D>, change: DraftFormChange<D>): DraftForm<D> {
  switch (change.type) {
    case "enter":
      return { ...form, edited: change.draft };
    case "submit":
      return { ...form, hasTried: true };
  }
}
