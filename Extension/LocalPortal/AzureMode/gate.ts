import { fillIn } from "../../../Client/Domain/fillIn";
import type { WireRequest } from "../../PortalSdk/portalHost";
import { allowedReads, allowedWrites } from "./allowedOperations";
import { publicArm, readArmPath, type ArmPath } from "./armPath";
import { AzureMode } from "./AzureMode.resjson";

/** A call that may be sent. */
export interface Passed {
  readonly allowed: true;
  /** In capitals. */
  readonly method: string;
  readonly target: ArmPath;
}

/** A call that may not be sent. */
export interface Refused {
  readonly allowed: false;
  readonly code: string;
  readonly message: string;
}

export interface GateOptions {
  /** Origin of ARM in the cloud that is called; links of its answers name it. */
  readonly arm: string;
  /** Writes go nowhere else. */
  readonly subscriptionId: string;
  readonly isReadOnly: boolean;
}

/** Decides on each call of the page: only ARM, only what the product does, and only in its own subscription if it changes anything. */
export function createGate({ arm, subscriptionId, isReadOnly }: GateOptions) {
  const home = `/subscriptions/${subscriptionId}/`.toLowerCase();
  return (request: Pick<WireRequest, "httpMethod" | "url">): Passed | Refused => {
    const method = request.httpMethod.toUpperCase();
    const target = readArmPath(request.url, [publicArm, arm]);
    if (!target) {
      return refuse("InvalidRequestUri", fillIn(AzureMode.badUrl, request.url.slice(0, 200), arm));
    }
    const call = `${method} ${target.path}`;
    if (matches(reads, call)) {
      return { allowed: true, method, target };
    }
    if (!matches(writes, call)) {
      return refuse("OperationNotAllowed", fillIn(AzureMode.notAllowed, method, target.path));
    }
    if (isReadOnly) {
      return refuse("ReadOnly", fillIn(AzureMode.readOnly, method, target.path));
    }
    return target.path.toLowerCase().startsWith(home)
      ? { allowed: true, method, target }
      : refuse("OtherSubscription", AzureMode.otherSubscription);
  };
}

function refuse(code: string, message: string): Refused {
  return { allowed: false, code, message };
}

/** The pattern of an entry of the list. ARM compares paths without regard to letter case. */
function compile(entry: string): RegExp {
  const source = entry
    .replace(/[.$]/g, "\\$&")
    .replace("{scope}", "/subscriptions/[^/]+(?:/[^/]+)*?")
    .replace(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${source}$`, "i");
}

const reads = allowedReads.map(compile);
const writes = allowedWrites.map(compile);

function matches(patterns: readonly RegExp[], call: string): boolean {
  return patterns.some((pattern) => pattern.test(call));
}
