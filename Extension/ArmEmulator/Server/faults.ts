import type { ArmRequest, ArmResponse } from "./arm";

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
      const { delay, response, alter } = take(request) ?? {};
      if (delay !== undefined) {
        await wait(delay, request.signal);
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

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      resolve();
    };
    const timer = milliseconds === Infinity ? undefined : setTimeout(finish, milliseconds);
    signal.addEventListener("abort", finish);
    if (signal.aborted) {
      finish();
    }
  });
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
