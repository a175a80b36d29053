import { setFocusVisibility } from "@fluentui/react";
import { useEffect, useRef, type RefObject } from "react";
import { unstable_batchedUpdates } from "react-dom";
import { isOwnKey } from "./isOwnKey";
import { readStroke, type TriageCommand } from "./triageKeys";

/** Listens for keys on a page. `run` returns whether it took the key; others may have it if not. */
export function useTriageKeys(
  page: RefObject<HTMLElement>,
  isOn: boolean,
  run: (command: TriageCommand, isRepeated: boolean) => boolean,
): void {
  const latest = useRef(run);
  useEffect(() => void (latest.current = run));
  useEffect(() => {
    if (!isOn) {
      return undefined;
    }
    let chordAt: number | undefined;
    const hear = (event: KeyboardEvent) => {
      if (!page.current || !isOwnKey(event, page.current)) {
        return;
      }
      const read = readStroke(event, chordAt);
      ({ chordAt } = read);
      const { command } = read;
      // React doesn't know of this listener, and would draw the page after each change of state.
      if (command && unstable_batchedUpdates(() => latest.current(command, event.repeat))) {
        event.preventDefault();
        // Fluent shows the focus after Tab and arrows only.
        setFocusVisibility(true, page.current);
      }
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [isOn, page]);
}
