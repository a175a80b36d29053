import type { ArmRequest, ArmResponse } from "./arm";

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
