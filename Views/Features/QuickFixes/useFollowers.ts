import { useCallback, useEffect, useRef, useState } from "react";
import {
  followerOf,
  isFollowedElsewhere,
  isFollowedBy,
  isRunning,
  withFollower,
  type PendingFix,
  type PendingFixes,
} from "../../../Client/QuickFixes/pendingFixes";
import type { Overlay } from "../../../Client/Core/overlays";
import type { ChangePending } from "./fixOperation";
import { usePendingFixes } from "./usePendingFixes";

/** How often a page says that it follows a fix, and looks whether others still do. Milliseconds. */
const heartbeat = 20_000;

/**
 * The fixes of a cluster, of which each has one follower among all pages that show the cluster: the dashboard, its settings in their
 * pane, and other tabs of the browser. Pages know of each other by what the portal keeps only. `follow` is called for a fix that
 * this page is to follow, once or more; `onEnded` when one has ended that another page followed.
 */
export function useFollowers(tasks: {
  readonly isHere: (assessmentId: string) => boolean;
  readonly follow: (fix: Overlay<PendingFix>, assessmentId: string) => void;
  readonly onEnded: () => void;
}): { readonly pending: PendingFixes; readonly changePending: ChangePending } {
  const { isHere, follow, onEnded } = tasks;
  const [page] = useState(() => crypto.randomUUID());
  const elsewhere = useRef<readonly string[]>([]);
  const { fixes, change, read } = usePendingFixes((known) => {
    const running = [...known].filter(([id, { value }]) => isHere(id) && isRunning(value));
    const free: string[] = [];
    const others: string[] = [];
    for (const [id, fix] of running) {
      if (isFollowedBy(fix.value, page)) {
        follow(fix, id);
      } else {
        (isFollowedElsewhere(fix.value, new Date()) ? others : free).push(id);
      }
    }
    // A page that claims a fix follows it only once it has read that it is the one: of two that claim at once the last one is.
    if (free.length > 0) {
      change((all) => withFollower(all, free, followerOf(page, new Date())));
      void read();
    }
    const hasEnded = elsewhere.current.some((id) => !running.some(([other]) => other === id));
    elsewhere.current = others;
    if (hasEnded) {
      onEnded();
    }
  });

  const own = [...fixes].filter(([, { value }]) => isRunning(value) && isFollowedBy(value, page));
  const isAnyRunning = [...fixes].some(([id, { value }]) => isHere(id) && isRunning(value));
  const beat = () => {
    if (own.length > 0) {
      const ids = own.map(([id]) => id);
      change((all) => withFollower(all, ids, followerOf(page, new Date())));
    }
    void read();
  };
  useHeartbeat(isAnyRunning, beat);
  useLeaving(() => {
    if (own.length > 0) {
      const ids = own.map(([id]) => id);
      change((all) => withFollower(all, ids, undefined));
    }
  });
  // What this page begins, it follows.
  const changePending = useCallback<ChangePending>(
    (changed) =>
      change((all) => {
        const next = changed(all);
        const begun = [...next].filter(([, { value }]) => isRunning(value) && !value.follower);
        const ids = begun.map(([id]) => id);
        return ids.length === 0 ? next : withFollower(next, ids, followerOf(page, new Date()));
      }),
    [change, page],
  );
  return { pending: fixes, changePending };
}

function useHeartbeat(isBeating: boolean, beat: () => void): void {
  const latest = useLatest(beat);
  useEffect(() => {
    if (!isBeating) {
      return undefined;
    }
    const timer = setInterval(() => latest.current(), heartbeat);
    return () => clearInterval(timer);
  }, [isBeating, latest]);
}

/** Calls when the page is closed in order; one that is torn down falls silent. */
function useLeaving(leave: () => void): void {
  const latest = useLatest(leave);
  useEffect(
    () => () => {
      const { current } = latest;
      current();
    },
    [latest],
  );
}

function useLatest<T>(value: T) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
