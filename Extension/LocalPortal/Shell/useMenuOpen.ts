import { useEffect, useState, type Dispatch } from "react";

const narrowWidth = 800;

/** Windows in which the menu stands above the page, not beside it. */
export const menuOnTop = `@media (max-width: ${narrowWidth}px)`;

/**
 * Whether the menu is open. It opens where it stands beside the page and closes where it would push the page down, also when the
 * window changes: a browser draws nothing new in a frame that is out of sight, so the view would not even learn its new width.
 */
export function useMenuOpen(): [isOpen: boolean, setOpen: Dispatch<boolean>] {
  const [isOpen, setOpen] = useState(() => !isNarrow());
  useEffect(() => {
    let wasNarrow = isNarrow();
    const follow = () => {
      if (isNarrow() !== wasNarrow) {
        wasNarrow = !wasNarrow;
        setOpen(!wasNarrow);
      }
    };
    window.addEventListener("resize", follow);
    return () => window.removeEventListener("resize", follow);
  }, []);
  return [isOpen, setOpen];
}

function isNarrow(): boolean {
  return window.innerWidth <= narrowWidth;
}
