import { useCallback, useEffect, useState } from "react";
import type { Host } from "../../../Client/Core/host";

/** Of the portal's settings. */
export const tourKey = "tour";
const seen = "seen";

/** Where a visitor is in the tour. */
export interface TourState {
  /** From 0; `undefined`: there is no tour to show, or it isn't known yet whether there is. */
  readonly step: number | undefined;
  next(): void;
  /** Ends it for good. */
  end(): void;
}

/**
 * Shows a tour unless the portal knows that the user has seen it. Where it can't be asked, there is none: one that can't be ended
 * for good would come back each time. The portal keeps settings for 30 days, so each visit renews what is kept.
 */
export function useTour({ settings }: Pick<Host, "settings">): TourState {
  const [step, setStep] = useState<number>();
  const keep = useCallback(() => {
    // Not kept: the tour is over for this visit, and the page works all the same.
    settings.write(tourKey, seen).catch(() => undefined);
  }, [settings]);
  useEffect(() => {
    let isOpen = true;
    const begin = (text: string | undefined) => {
      if (text !== undefined) {
        keep();
      } else if (isOpen) {
        setStep(0);
      }
    };
    void settings.read(tourKey).then(begin, () => undefined);
    return () => void (isOpen = false);
  }, [settings, keep]);
  const next = useCallback(() => setStep((known) => (known ?? 0) + 1), []);
  const end = useCallback(() => {
    setStep(undefined);
    keep();
  }, [keep]);
  return { step, next, end };
}
