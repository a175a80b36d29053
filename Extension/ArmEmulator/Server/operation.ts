import type { World } from "../World/world";
import type { ArmRequest, ArmResponse } from "./arm";
import type { RunningOperations } from "./runningOperations";

/** What an operation works on. */
export interface ArmContext {
  readonly world: World;
  readonly roles: readonly Role[];
  readonly request: ArmRequest;
  /** Values of the places in the route's path. */
  readonly place: Readonly<Record<string, string>>;
  readonly now: Date;
  readonly running: RunningOperations;
}

/** One REST operation of ARM. Adding one is a file and a line in operations.ts. */
export interface Operation {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** ARM's path template: `{name}` is one segment, `{scope}` at its beginning any number of them. */
  readonly path: string;
  readonly apiVersions: readonly string[];
  /** RBAC action that the caller needs; absent where every caller may call. */
  readonly action?: string;
  /** Scope at which the action is needed; absent: the path itself. */
  scope?(place: Readonly<Record<string, string>>): string;
  handle(context: ArmContext): ArmResponse;
}

/** A role assignment. */
export interface Role {
  readonly scope: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}
