import { createContext } from "react";
import type { ChangePending, FixApplication, FixRun } from "./fixOperation";
import type { FixRow } from "./fixRow";
import { useProvided } from "../../Kit/Controls/useProvided";

/** What a row says of its fix; `undefined`: nothing was done. */
export type FixState = "running" | "waiting" | "overdue" | undefined;

/** The quick fixes of a page: they continue after the form that started them is closed. */
export interface Fixes {
  /** How the fix goes in this visit. */
  runOf(row: FixRow): FixRun | undefined;
  stateOf(row: FixRow): FixState;
  /** How far it is, in words, as far as this page knows; `undefined`: it doesn't run on any page. */
  progressOf(row: FixRow): string | undefined;
  start(row: FixRow, act: FixApplication): void;
  /** Forgets how the last run ended. */
  forget(row: FixRow): void;
  readonly changePending: ChangePending;
}

const context = createContext<Fixes | undefined>(undefined);

export const FixesProvider = context.Provider;

export function useFixes(): Fixes {
  return useProvided(context);
}
