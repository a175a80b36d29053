import { randomUUID } from "node:crypto";
import type { Fault, Role } from "../Scenarios/scenario";
import type { World } from "../World/world";
import { readAuthorization } from "./accessToken";
import { ArmError, type ArmRequest, type ArmResponse, type Operation, type RunningOperations } from "./arm";
import { createRouteTable, type RouteTable } from "./routes";
import { authorizationFailed, mayDo } from "./rights";
import { createThrottle } from "./throttle";

export interface PipelineOptions {
  readonly world: World;
  readonly roles: readonly Role[];
  readonly faults: readonly Fault[];
  readonly operations: readonly Operation[];
  readonly now: () => Date;
  /** Told of every call that no operation answers. */
  readonly onUnknown: (line: string) => void;
}

/** Answers ARM calls: token, api-version, route, faults of the scenario, quota, rights, operation. Never rejects. */
export function createPipeline(options: PipelineOptions): (request: ArmRequest) => Promise<ArmResponse> {
  const routes = createRouteTable(options.operations);
  const throttle = createThrottle();
  const injectFault = createFaults(options.faults);
  const running: RunningOperations = new Map();
  return async (request) => {
    const ids = requestIds(options.now());
    try {
      const now = options.now();
      const claims = readAuthorization(request.headers.authorization, now);
      const { operation, place } = findOperation(routes, request, options.onUnknown);
      checkApiVersion(operation, request);
      const quota = throttle(request, now);
      const fault = await injectFault(request);
      if (fault) {
        return { ...fault, headers: { ...quota, ...ids, ...fault.headers } };
      }
      const scope = operation.scope?.(place) ?? request.path;
      if (operation.action !== undefined && !mayDo(options.roles, operation.action, scope)) {
        throw authorizationFailed(claims, operation.action, scope);
      }
      const { world, roles } = options;
      const response = operation.handle({ world, roles, request, place, now, running });
      return { ...response, headers: { ...quota, ...ids, ...response.headers } };
    } catch (error) {
      const response = toArmError(error).toResponse();
      return { ...response, headers: { ...ids, ...response.headers } };
    }
  };
}

function requestIds(now: Date): Readonly<Record<string, string>> {
  const id = randomUUID();
  return {
    "x-ms-request-id": id,
    "x-ms-correlation-request-id": id,
    "x-ms-routing-request-id": `WESTEUROPE:${now.toISOString().replace(/[-:.]/g, "")}:${id}`,
  };
}

function findOperation(routes: RouteTable, request: ArmRequest, onUnknown: (line: string) => void) {
  const route = routes.find(request.method, request.path);
  if (route) {
    return route;
  }
  onUnknown(`No operation answers ${request.method} ${request.path}`);
  if (routes.knows(request.path)) {
    throw new ArmError(
      405,
      "HttpMethodNotAllowed",
      `The method '${request.method}' is not supported for '${request.path}'.`,
    );
  }
  throw new ArmError(
    404,
    "InvalidResourceType",
    `No resource type of the emulator answers '${request.path}'.`,
  );
}

function checkApiVersion({ apiVersions }: Operation, { query, path }: ArmRequest): void {
  const version = query.get("api-version");
  if (!version) {
    throw new ArmError(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  }
  if (!apiVersions.includes(version.toLowerCase())) {
    throw new ArmError(
      400,
      "NoRegisteredProviderFound",
      `No registered resource provider found for '${path}' and API version '${version}'. The supported api-versions are '${apiVersions.join(", ")}'.`,
    );
  }
}

/** Applies the scenario's faults: each to the requests it is for, as often as it says. */
function createFaults(faults: readonly Fault[]): (request: ArmRequest) => Promise<ArmResponse | undefined> {
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

function toArmError(error: unknown): ArmError {
  return error instanceof ArmError
    ? error
    : new ArmError(
        500,
        "InternalServerError",
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      );
}
