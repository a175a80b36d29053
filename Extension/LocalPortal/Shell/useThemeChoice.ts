import { useEffect, useState } from "react";
import type { PortalTheme } from "../../PortalSdk/portalHost";
import { themes } from "../../Theme/themes";

const storageKey = "theme";

/** The chosen theme, remembered by the browser. One chosen in another window is followed. */
export function useThemeChoice(): readonly [PortalTheme, (theme: PortalTheme) => void] {
  const [theme, setTheme] = useState<PortalTheme>(() => {
    const stored = storedTheme();
    return stored !== null && isTheme(stored) ? stored : "light";
  });
  useEffect(() => {
    const follow = ({ key, newValue }: StorageEvent) => {
      if (key === storageKey && newValue !== null && isTheme(newValue)) {
        setTheme(newValue);
      }
    };
    window.addEventListener("storage", follow);
    return () => window.removeEventListener("storage", follow);
  }, []);
  useEffect(() => keepTheme(theme), [theme]);
  return [theme, setTheme];
}

/** A storage that is full or blocked keeps nothing: the choice holds for this visit. */
function storedTheme(): string | null {
  try {
    return window.localStorage.getItem(storageKey);
  } catch {
    return null; // Blocked.
  }
}

function keepTheme(theme: PortalTheme): void {
  try {
    window.localStorage.setItem(storageKey, theme);
  } catch {
    return; // Full or blocked.
  }
}

function isTheme(name: string): name is PortalTheme {
  return Object.hasOwn(themes, name);
}
