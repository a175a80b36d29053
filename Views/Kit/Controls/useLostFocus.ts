import { useEffect, useRef } from "react";

/**
 * Calls when the element that had the focus was taken away with a change of the component, so that nothing has the focus any more.
 * `isOurs` says whether an element, still in its place, is one that the component takes care of.
 */
export function useLostFocus(isOurs: (element: Element) => boolean, onLost: () => void): void {
  const focused = useRef<Element>();
  const latest = useRef(isOurs);
  useEffect(() => void (latest.current = isOurs));
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      focused.current = target instanceof Element && latest.current(target) ? target : undefined;
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, []);
  useEffect(() => {
    if (focused.current && !focused.current.isConnected) {
      focused.current = undefined;
      if (isFocusFree()) {
        onLost();
      }
    }
  });
}

/** Whether nothing has the focus. */
export function isFocusFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
