import { useCallback, useEffect, useRef, useState } from "react";
import {
  claimLeft,
  followerOf,
  isFollowedBy,
  isRunning,
  withFollower,
  type PendingFix,
  type PendingFixes,
} from "../../../Client/QuickFixes/pendingFixes";
import type { Overlay } from "../../../Client/Core/overlays";
import type { Host } from "../../../Client/Core/host";
import { usePage } from "../../Kit/Session/dashboardContext";
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
}): {
  readonly pending: PendingFixes;
  readonly changePending: ChangePending;
  /** Whether this page follows any. */
  readonly isFollowing: boolean;
} {
  const { host } = usePage();
  const { isHere, follow, onEnded } = tasks;
  const [page] = useState(() => crypto.randomUUID());
  const elsewhere = useRef<readonly string[]>([]);
  const { fixes, change, leave, read } = usePendingFixes((known) => {
    const running = [...known].filter(([id, { value }]) => isHere(id) && isRunning(value));
    const free: string[] = [];
    const others: string[] = [];
    for (const [id, fix] of running) {
      if (isFollowedBy(fix.value, page)) {
        follow(fix, id);
      } else {
        (claimLeft(fix.value, new Date()) > 0 ? others : free).push(id);
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

  const running = [...fixes]
    .filter(([id, { value }]) => isHere(id) && isRunning(value))
    .map(([, fix]) => fix);
  const isFollowing = running.some(({ value }) => isFollowedBy(value, page));
  const beat = () => {
    if (isFollowing) {
      change((all) => {
        // What another page has claimed meanwhile stays with it.
        const own = [...all].filter(([, { value }]) => isFollowedBy(value, page)).map(([id]) => id);
        return withFollower(all, own, followerOf(page, new Date()));
      });
    }
    void read();
  };
  useHeartbeat(running.length > 0, beat);
  useLapse(
    running.filter(({ value }) => !isFollowedBy(value, page)),
    () => void read(),
  );
  useLeaving(host, () => isFollowing && leave(page));
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
  return { pending: fixes, changePending, isFollowing };
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

/** Calls as soon as the first of these claims has lapsed, by when nothing was heard of who made it. */
function useLapse(claimed: readonly Overlay<PendingFix>[], look: () => void): void {
  const latest = useLatest(look);
  const first = Math.min(...claimed.map(({ value }) => value.follower?.until.getTime() ?? Infinity));
  useEffect(() => {
    if (first === Infinity) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current(), first - Date.now() + 1);
    return () => clearTimeout(timer);
  }, [first, latest]);
}

/** Calls when the page closes, with or without its frame. One that crashes falls silent. */
function useLeaving({ onLeave }: Pick<Host, "onLeave">, leave: () => void): void {
  const latest = useLatest(leave);
  useEffect(() => {
    const stopListening = onLeave(() => latest.current());
    return () => {
      const { current } = latest;
      stopListening();
      current();
    };
  }, [onLeave, latest]);
}

function useLatest<T>(value: T) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
