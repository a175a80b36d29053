import { useCallback, useEffect, useRef, useState } from "react";
import {
  noPendingFixes,
  pendingFixesFromText,
  pendingFixesToText,
} from "../../../Client/QuickFixes/pendingFixes";
import type { PendingFixes } from "../../../Client/QuickFixes/pendingFixes";
import { useDashboard } from "../../Kit/Session/dashboardContext";

/** Of the portal's settings; fixes of all clusters are kept under it. */
const settingsKey = "pendingFixes";

/** Fixes that are remembered beyond this visit, and the way to change them. Where the portal keeps nothing, this visit knows. */
export function usePendingFixes(onRead: (stored: PendingFixes) => void) {
  const { host } = useDashboard();
  const [fixes, setFixes] = useState(noPendingFixes);
  const latest = useRef(noPendingFixes);
  const reading = useRef<Promise<void>>(Promise.resolve());
  const isOpen = useRef(true);
  const told = useRef(onRead);

  useEffect(() => {
    isOpen.current = true;
    const keep = (text: string | undefined) => {
      const stored = pendingFixesFromText(text);
      if (isOpen.current && stored.size > 0) {
        latest.current = new Map([...stored, ...latest.current]);
        setFixes(latest.current);
        told.current(stored);
      }
    };
    const read = () => {
      reading.current = host.settings.read(settingsKey).then(keep, () => undefined);
    };
    read();
    // The settings in their pane fix things too.
    const stopListening = host.onChangeElsewhere(read);
    return () => {
      isOpen.current = false;
      stopListening();
    };
  }, [host]);

  const change = useCallback(
    (changed: (fixes: PendingFixes) => PendingFixes) => {
      const next = changed(latest.current);
      if (next === latest.current) {
        return;
      }
      latest.current = next;
      if (isOpen.current) {
        setFixes(latest.current);
      }
      // What is stored is read first, or it would be lost.
      void reading.current
        .then(() => host.settings.write(settingsKey, pendingFixesToText(latest.current)))
        .catch(() => undefined);
    },
    [host],
  );
  return { fixes, change };
}
