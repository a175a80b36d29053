import { useEffect, useRef, useState } from "react";
import type { Host } from "../../../Client/Core/host";
import { Bulk } from "./Bulk.resjson";
import type { AnyRun } from "./operation";

/** How long a run is held, in milliseconds. */
const heldMilliseconds = 5_000;

/** A run of which nothing was sent yet. */
export interface HeldRun {
  readonly id: number;
  readonly key: string;
  readonly run: AnyRun;
}

interface HeldRuns {
  /** In the order in which they were chosen. */
  readonly held: readonly HeldRun[];
  hold(key: string, run: AnyRun): void;
  /** Nothing of it will be sent. */
  takeBack(id: number): void;
}

/**
 * Runs that wait for five seconds, in which they can be taken back; then `release` begins them. When the page closes before, they
 * never begin: the portal asks first, where it does so for pages.
 */
export function useHeldRuns(
  host: Pick<Host, "guardClose">,
  release: (key: string, run: AnyRun) => void,
): HeldRuns {
  const [held, setHeld] = useState<readonly HeldRun[]>([]);
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>());
  const latest = useRef(release);
  useEffect(() => void (latest.current = release));
  useEffect(() => {
    const { current } = timers;
    return () => current.forEach((timer) => clearTimeout(timer));
  }, []);
  const isHolding = held.length > 0;
  useEffect(() => {
    if (!isHolding) {
      return undefined;
    }
    host.guardClose(Bulk.heldGuard);
    return () => host.guardClose(undefined);
  }, [host, isHolding]);
  const count = useRef(0);
  const drop = (id: number) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setHeld((known) => known.filter((each) => each.id !== id));
  };
  return {
    held,
    hold(key, run) {
      const id = (count.current += 1);
      const begin = () => {
        drop(id);
        latest.current(key, run);
      };
      timers.current.set(id, setTimeout(begin, heldMilliseconds));
      setHeld((known) => [...known, { id, key, run }]);
      run.told.onHold?.();
    },
    takeBack(id) {
      // One whose time has come is on its way.
      if (timers.current.has(id)) {
        drop(id);
        held.find((each) => each.id === id)?.run.told.onTakenBack?.();
      }
    },
  };
}
