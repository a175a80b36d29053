import { useEffect, useRef } from "react";

/**
 * For what takes another's place, or its heading: it gets the focus, which would be lost with the button that was pressed, or stay
 * on one that means something else now.
 */
export function useFocusOnChange<T extends HTMLElement>(phase: string) {
  const place = useRef<T>(null);
  const last = useRef(phase);
  useEffect(() => {
    if (last.current !== phase) {
      last.current = phase;
      place.current?.focus();
    }
  }, [phase]);
  return place;
}
