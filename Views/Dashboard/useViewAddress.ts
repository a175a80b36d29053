import { useEffect, useRef } from "react";
import type { Host } from "../../Client/Core/host";

/** Of quiet before the address follows: browsers refuse pages that change it with every letter. */
const debounceMilliseconds = 300;

/** Keeps the portal's address on what is seen: a step is a new entry of the history, everything else changes the current one. */
export function useViewAddress(
  host: Pick<Host, "showView">,
  opened: string,
  { text, steps }: { readonly text: string; readonly steps: number },
) {
  const told = useRef({ text: opened, steps });
  const latest = useRef(opened);

  useEffect(() => {
    const tell = (shown: string, how: "push" | "replace") => {
      told.current = { text: shown, steps };
      host.showView(shown, how);
    };
    const before = latest.current;
    latest.current = text;
    if (text === told.current.text) {
      told.current = { text, steps };
      return undefined;
    }
    if (steps !== told.current.steps) {
      if (before !== told.current.text) {
        // The entry that is left must say what was last seen on it.
        tell(before, "replace");
      }
      tell(text, "push");
      return undefined;
    }
    const timer = setTimeout(() => tell(text, "replace"), debounceMilliseconds);
    return () => clearTimeout(timer);
  }, [host, text, steps]);

  /** Whether a text that the portal gives is news: it went back or forward. */
  return (given: string): boolean => {
    if (given === told.current.text) {
      return false;
    }
    told.current = { ...told.current, text: given };
    return true;
  };
}
