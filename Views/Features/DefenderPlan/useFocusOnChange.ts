import { useEffect, useRef } from "react";

/**
 * For the heading of what takes another's place: it gets the focus, which would be lost with the button that was pressed, or stay
 * on one that means something else now.
 */
export function useFocusOnChange(phase: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(phase);
  useEffect(() => {
    if (last.current !== phase) {
      last.current = phase;
      heading.current?.focus();
    }
  }, [phase]);
  return heading;
}
