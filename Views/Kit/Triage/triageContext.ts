import { createContext, useContext, useEffect, type MutableRefObject } from "react";
import type { TriageCommand } from "./triageKeys";
import type { KeysSetting } from "./useKeysSetting";
import { useProvided } from "../Controls/useProvided";

/** What a tab does itself; the rest is the page's. */
export type SurfaceCommand = Exclude<TriageCommand, "export" | "undo" | "help">;

/** Findings on screen that keys work on. */
interface TriageSurface {
  /** Returns whether the key means something here; others may take it if not. `isRepeated` while it's held down. */
  run(command: SurfaceCommand, isRepeated: boolean): boolean;
  /** Takes the focus that would otherwise be lost: to the details, else to the list. */
  focus(): void;
}

interface Triage {
  readonly setting: KeysSetting;
  /** Says on screen and to screen readers why a key did nothing, or what came of it; empty: nothing more. */
  say(text: string): void;
  readonly surface: MutableRefObject<TriageSurface | undefined>;
}

const triageContext = createContext<Triage | undefined>(undefined);
const saidContext = createContext("");

export const TriageContextProvider = triageContext.Provider;
export const SaidProvider = saidContext.Provider;

export function useTriage(): Triage {
  return useProvided(triageContext);
}

/** What was said last; empty: nothing. */
export function useSaid(): string {
  return useContext(saidContext);
}

/** Lets keys reach these findings while they are on screen. */
export function useTriageSurface(own: TriageSurface): void {
  const { surface } = useTriage();
  useEffect(() => {
    surface.current = own;
    return () => {
      if (surface.current === own) {
        surface.current = undefined;
      }
    };
  });
}
