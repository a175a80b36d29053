import type { Clock } from "../../Client/Azure/Pipeline/waiting";
import { CanceledError } from "../../Client/Core/canceled";

/** A clock that stands still except while somebody sleeps: then it jumps, and notes for how long. */
export function createFakeClock(start = 0): Clock & { readonly sleeps: readonly number[] } {
  let now = start;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    sleep(milliseconds, signal) {
      if (signal?.aborted) {
        return Promise.reject(new CanceledError());
      }
      sleeps.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}
