import { delay } from "@azure/core-util";
import type { ArmRequest, ArmResponse } from "./arm";

/** Milliseconds, some 25 days: a timer can't be longer. */
const longestTimer = 2 ** 31 - 1;

export interface Faults {
  /** Applies the first fault that is for the request, around the operation. */
  apply(request: ArmRequest, operate: () => ArmResponse): Promise<ArmResponse>;
  /** Replaces the faults of the last call; the scenario's own stay. */
  switchTo(faults: readonly Fault[]): void;
}

/** Faults that are set at run time come before the scenario's own. */
export function createFaults(own: readonly Fault[]): Faults {
  const left = new Map<Fault, number>();
  let switched: readonly Fault[] = [];
  const take = (request: ArmRequest) => {
    const fault = [...switched, ...own].find(
      (candidate) => (left.get(candidate) ?? candidate.times ?? Infinity) > 0 && candidate.matches(request),
    );
    if (fault) {
      left.set(fault, (left.get(fault) ?? fault.times ?? Infinity) - 1);
    }
    return fault;
  };
  return {
    async apply(request, operate) {
      const { delay: pause, response, alter } = take(request) ?? {};
      if (pause !== undefined) {
        await wait(pause, request.signal);
      }
      const instead = typeof response === "function" ? response(request) : response;
      if (instead) {
        return instead;
      }
      const answer = operate();
      return alter ? alter(answer, request) : answer;
    },
    switchTo(faults) {
      switched = faults;
    },
  };
}

/** Ends early, without an error, when the answer is no longer waited for. */
function wait(milliseconds: number, abortSignal: AbortSignal): Promise<void> {
  return delay(Math.min(milliseconds, longestTimer), { abortSignal }).catch(() => undefined);
}

/** Trouble for some requests. */
export interface Fault {
  matches(request: ArmRequest): boolean;
  /** How many requests it hits; absent: all of them. */
  readonly times?: number;
  /** Milliseconds before anything else happens; `Infinity`: the request is never answered. */
  readonly delay?: number;
  /** Answer instead of the operation's; absent, or `undefined` for this request: the operation answers. */
  readonly response?: ArmResponse | ((request: ArmRequest) => ArmResponse | undefined);
  /** What becomes of the operation's answer; absent: it stays. */
  alter?(response: ArmResponse, request: ArmRequest): ArmResponse;
}
