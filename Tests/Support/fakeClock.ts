import type { Clock } from "../../Client/Azure/Pipeline/waiting";
import { CanceledError } from "../../Client/Core/failure";

interface FakeClock extends Clock {
  readonly sleeps: readonly number[];
  /** During the next sleep so much more time passes, in milliseconds, as when the machine is suspended. */
  jump(milliseconds: number): void;
}

/** A clock that stands still except during a sleep: then it jumps, and notes for how long. */
export function createFakeClock(start = 0): FakeClock {
  let now = start;
  let ahead = 0;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    jump: (milliseconds) => void (ahead += milliseconds),
    sleep(milliseconds, signal) {
      if (signal?.aborted) {
        return Promise.reject(new CanceledError());
      }
      sleeps.push(milliseconds);
      now += milliseconds + ahead;
      ahead = 0;
      return Promise.resolve();
    },
  };
}
