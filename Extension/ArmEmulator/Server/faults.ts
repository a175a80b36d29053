import type { Fault } from "./fault";
import type { ArmRequest, ArmResponse } from "./arm";

/**
 * Applies the scenario's faults: each to the requests it is for, as often as it says. `undefined` when the operation shall
 * answer.
 */
export function createFaults(
  faults: readonly Fault[],
): (request: ArmRequest) => Promise<ArmResponse | undefined> {
  const left = new Map(faults.map((fault) => [fault, fault.times ?? Infinity]));
  return async (request) => {
    const fault = faults.find((candidate) => (left.get(candidate) ?? 0) > 0 && candidate.matches(request));
    if (!fault) {
      return undefined;
    }
    left.set(fault, (left.get(fault) ?? 0) - 1);
    if (fault.delay !== undefined) {
      await wait(fault.delay, request.signal);
    }
    return fault.response;
  };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener("abort", finish);
    if (signal.aborted) {
      finish();
    }
  });
}
