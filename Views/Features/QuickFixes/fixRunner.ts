import { createContext, useContext } from "react";
import type { FixRow } from "./fixRow";
import type { FixDraft } from "./fixDraft";
import type { LiveCluster } from "../../../Client/QuickFixes/quickFix";

/** Progress of the fix of one assessment in this visit. */
export type FixRun =
  | { readonly status: "running"; readonly text: string }
  /** `error` is what the service rejected with. */
  | { readonly status: "failed"; readonly error: unknown };

/** What a row says of its fix; `undefined`: nothing was done. */
export type FixState = "running" | "waiting" | "overdue" | undefined;

interface FixStart {
  readonly row: FixRow;
  readonly draft: FixDraft;
  /** The cluster as it was when the changes were shown. */
  readonly seen: LiveCluster;
  /** Whether to wait first until no other operation is in progress. */
  readonly waits: boolean;
  /** Whether it is part of something that is announced as a whole: then it has no notification of its own. */
  readonly isPart?: boolean;
}

/** The quick fixes of a dashboard: they continue after the form that started them is closed. */
export interface Fixes {
  runOf(row: FixRow): FixRun | undefined;
  stateOf(row: FixRow): FixState;
  /** Resolves at the end to how it failed; `undefined`: it did not. Never rejects. */
  start(start: FixStart): Promise<FixRun | undefined>;
  /** Forgets how the last run failed. */
  forget(row: FixRow): void;
  /** Opens the form of a fix. */
  open(row: FixRow): void;
}

const context = createContext<Fixes | undefined>(undefined);

export const FixesProvider = context.Provider;

export function useFixes(): Fixes {
  const fixes = useContext(context);
  if (!fixes) {
    throw new Error("This component must be rendered inside a dashboard.");
  }
  return fixes;
}
