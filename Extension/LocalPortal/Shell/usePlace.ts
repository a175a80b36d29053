import { useCallback, useEffect, useRef, useState } from "react";
import { parseRoute, type Route } from "./route";

/** What the address names. */
interface Place {
  readonly route: Route | undefined;
  /**
   * Of one opening of a page. Whatever the page itself puts into the address belongs to its visit, and "back" and "forward" among
   * those do not open it anew; following a link does.
   */
  readonly visit: string;
}

export type ChangeAddress = (hash: string, how: "push" | "replace") => void;

/** The place in the address bar, followed as it changes, and the way for its page to change the address. */
export function usePlace(): readonly [Place, ChangeAddress] {
  const [{ hash, visit }, setEntry] = useState(currentEntry);
  const followed = useRef(hash);
  const follow = useCallback(() => {
    const entry = currentEntry();
    followed.current = entry.hash;
    setEntry(entry);
  }, []);
  useEffect(() => {
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [follow]);
  const change = useCallback<ChangeAddress>(
    (next, how) => {
      if (window.location.hash !== followed.current) {
        return; // A link was followed a moment ago: the page that is left has no say any more.
      }
      const state: unknown = window.history.state;
      if (how === "push") {
        window.history.pushState(state, "", next);
      } else {
        window.history.replaceState(state, "", next);
      }
      follow();
    },
    [follow],
  );
  return [{ route: parseRoute(hash), visit }, change];
}

/** The current entry of the history. One that came by a link is marked as a visit of its own. */
function currentEntry() {
  const { hash } = window.location;
  const state: unknown = window.history.state;
  const known = (state as { readonly visit?: unknown } | null)?.visit;
  if (typeof known === "string") {
    return { hash, visit: known };
  }
  const visit = crypto.randomUUID();
  window.history.replaceState({ visit }, "");
  return { hash, visit };
}
