import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClusterScope } from "../../../Client/Core/clusterScope";
import { noPendingFixes } from "../../../Client/QuickFixes/pendingFixes";
import type { PendingFixes } from "../../../Client/QuickFixes/pendingFixes";
import { usePage } from "../../Kit/Session/dashboardContext";
import { createPendingFixStore } from "./pendingFixStore";

/** Of the portal's settings: one for each cluster, or two pages would overwrite each other's. At most 256 characters. */
function settingsKey({ subscriptionId, resourceGroup, name }: ClusterScope): string {
  return ["pendingFixes", subscriptionId, resourceGroup, name].join("/").toLowerCase();
}

/** Fixes that are remembered beyond this visit, and the way to change them. `onRead` is called with them after each reading. */
export function usePendingFixes(onRead: (fixes: PendingFixes) => void) {
  const { cluster, host } = usePage();
  const key = settingsKey(cluster);
  const [fixes, setFixes] = useState(noPendingFixes);
  const page = useRef({ isOpen: true, fixes: noPendingFixes, onRead });
  useEffect(() => {
    page.current.onRead = onRead;
  });
  const store = useMemo(
    () =>
      createPendingFixStore(host.settings, key, (known) => {
        page.current.fixes = known;
        if (page.current.isOpen) {
          setFixes(known);
        }
      }),
    [host, key],
  );
  const read = useCallback(async () => {
    await store.read();
    if (page.current.isOpen) {
      page.current.onRead(page.current.fixes);
    }
  }, [store]);
  useEffect(() => {
    const { current } = page;
    current.isOpen = true;
    void read();
    // The settings in their pane fix things too.
    const stopListening = host.onChangeElsewhere(() => void read());
    return () => {
      current.isOpen = false;
      stopListening();
    };
  }, [host, read]);
  return { fixes, change: store.change, leave: store.leave, read };
}
