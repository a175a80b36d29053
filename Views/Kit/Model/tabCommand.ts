/** A command of a tab on the command bar. */
export interface TabCommand {
  readonly key: string;
  readonly text: string;
  readonly icon: string;
  /** Why it cannot be used now, as a sentence; `undefined`: it can. */
  readonly disabledBecause: string | undefined;
  /** What it does: something at once, or what is chosen of it, each with the reason why not. */
  readonly onSelect: (() => void) | readonly CommandChoice[];
}

export interface CommandChoice {
  readonly key: string;
  readonly text: string;
  readonly disabledBecause: string | undefined;
  onChoose(): void;
}
