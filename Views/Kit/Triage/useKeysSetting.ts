import { useCallback, useEffect, useState } from "react";
import type { Host } from "../../../Client/Core/host";

/** Of the portal's settings. */
const keysKey = "keys";
const texts = { on: "on", off: "off" } as const;

/** Whether shortcuts of one key are on, as the user likes it. */
export interface KeysSetting {
  readonly isOn: boolean;
  change(isOn: boolean): void;
  /** The portal refused to keep the last change: it's for this visit. */
  readonly isNotKept: boolean;
}

/** On unless the user has turned it off. The portal keeps settings for 30 days, so each visit renews what is kept. */
export function useKeysSetting({ settings }: Pick<Host, "settings">): KeysSetting {
  const [isOn, setOn] = useState(true);
  const [isNotKept, setNotKept] = useState(false);
  useEffect(() => {
    let isOpen = true;
    const follow = (text: string | undefined) => {
      if (text === texts.off) {
        // Not kept for longer: it's off for this visit, and as long as it was kept before.
        settings.write(keysKey, texts.off).catch(() => undefined);
        if (isOpen) {
          setOn(false);
        }
      }
    };
    void settings.read(keysKey).then(follow, () => undefined);
    return () => void (isOpen = false);
  }, [settings]);
  const change = useCallback(
    (next: boolean) => {
      setOn(next);
      setNotKept(false);
      settings.write(keysKey, next ? texts.on : texts.off).catch(() => setNotKept(true));
    },
    [settings],
  );
  return { isOn, change, isNotKept };
}
