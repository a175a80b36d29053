import { useEffect, useRef } from "react";

type Load = () => Promise<unknown>;

/**
 * Loads code in an idle moment after the first drawing, so that who asks for it later doesn't wait. Nothing depends on it: what fails, and
 * everything in a browser that doesn't tell of such moments, is loaded when it's asked for. `undefined`: nothing to load.
 */
export function usePreload(...loads: readonly (Load | undefined)[]): void {
  const first = useRef(loads);
  useEffect(() => {
    if (!("requestIdleCallback" in window)) {
      return undefined;
    }
    const request = window.requestIdleCallback(() => {
      first.current.forEach((load) => void load?.().catch(() => undefined));
    });
    return () => window.cancelIdleCallback(request);
  }, []);
}
