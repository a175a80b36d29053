import { useCallback, useEffect, useRef, useState } from "react";
import type { FaultOrder, FaultState, SendFaults } from "./faults";

/** The emulator's faults as they were when last asked. */
export interface FaultControl {
  /** `undefined`: not asked yet. */
  readonly state: FaultState | undefined;
  /** The last call was not answered. */
  readonly hasFailed: boolean;
  readonly refresh: () => void;
  readonly change: (next: (now: readonly FaultOrder[]) => readonly FaultOrder[]) => void;
}

/** Reads the faults before each change, so that what another window or tool has set stays. One call after the other. */
export function useFaults(send: SendFaults): FaultControl {
  const [state, setState] = useState<FaultState>();
  const [hasFailed, setFailed] = useState(false);
  const queue = useRef(Promise.resolve());
  const isGone = useRef(false);
  const enqueue = useCallback((step: () => Promise<FaultState>) => {
    queue.current = queue.current.then(async () => {
      const next = await step().catch(() => undefined);
      if (isGone.current) {
        return;
      }
      setFailed(!next);
      setState((last) => next ?? last);
    });
  }, []);
  const refresh = useCallback(() => enqueue(() => send(undefined)), [enqueue, send]);
  const change: FaultControl["change"] = useCallback(
    (next) => enqueue(async () => send(next((await send(undefined)).faults))),
    [enqueue, send],
  );
  useEffect(() => {
    isGone.current = false;
    refresh();
    return () => {
      isGone.current = true;
    };
  }, [refresh]);
  return { state, hasFailed, refresh, change };
}
