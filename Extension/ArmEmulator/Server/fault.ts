import type { ArmRequest, ArmResponse } from "./arm";

/** Trouble for some requests. */
export interface Fault {
  matches(request: ArmRequest): boolean;
  /** How many requests it hits; absent: all of them. */
  readonly times?: number;
  /** Milliseconds before anything else happens. */
  readonly delay?: number;
  /** Answer instead of the operation's; absent: the operation answers. */
  readonly response?: ArmResponse;
}
