import { useCallback, useEffect, useRef, useState } from "react";
import {
  noPendingFixes,
  pendingFixesFromText,
  pendingFixesToText,
} from "../../../Client/QuickFixes/pendingFixes";
import type { PendingFixes } from "../../../Client/QuickFixes/pendingFixes";
import type { ClusterScope } from "../../../Client/Core/clusterScope";
import { useDashboard } from "../../Kit/Session/dashboardContext";

/** Of the portal's settings: one for each cluster, or two pages would overwrite each other's. At most 256 characters. */
function settingsKey({ subscriptionId, resourceGroup, name }: ClusterScope): string {
  return ["pendingFixes", subscriptionId, resourceGroup, name].join("/").toLowerCase();
}

/** Fixes that are remembered beyond this visit, and the way to change them. Where the portal keeps nothing, this visit knows. */
export function usePendingFixes(onRead: (stored: PendingFixes) => void) {
  const { cluster, host } = useDashboard();
  const key = settingsKey(cluster);
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
      reading.current = host.settings.read(key).then(keep, () => undefined);
    };
    read();
    // The settings in their pane fix things too.
    const stopListening = host.onChangeElsewhere(read);
    return () => {
      isOpen.current = false;
      stopListening();
    };
  }, [host, key]);

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
      // Another page of the cluster may have stored something meanwhile: the change is made to what is there now.
      reading.current = reading.current
        .then(async () => {
          const stored = pendingFixesFromText(await host.settings.read(key));
          await host.settings.write(key, pendingFixesToText(changed(stored)));
        })
        .catch(() => undefined);
    },
    [host, key],
  );
  return { fixes, change };
}
