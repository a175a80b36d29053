import type { CommandChoice } from "../Model/tabCommand";

/** What a key can ask of a tab for certain findings. */
export type OfferedCommand = "status" | "owner" | "fix" | "logs";

/** What such a key does. Every command of the command bar is one. */
export interface TriageOffer {
  readonly text: string;
  /** Why it does nothing now, as a sentence; `undefined`: it does. */
  readonly disabledBecause: string | undefined;
  /** Something at once, or what is chosen of it. */
  readonly onSelect: (() => void) | readonly CommandChoice[];
  /** How far it is, or why it came to nothing, for what takes its time; absent or empty: nothing to say. */
  readonly said?: string;
}

export type TriageOffers = Readonly<Record<OfferedCommand, TriageOffer>>;

/** For a key that never does anything to findings of a kind. */
export function noOffer(disabledBecause: string): TriageOffer {
  return { text: "", disabledBecause, onSelect: [] };
}
