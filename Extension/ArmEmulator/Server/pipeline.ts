import type { Role, Operation } from "./operation";
import type { World } from "../World/world";
import type { Authenticate } from "./accessToken";
import { checkApiVersion, readApiVersion } from "./apiVersion";
import { type ArmRequest, type ArmResponse, checkBody } from "./arm";
import { inEnvelope } from "./envelope";
import type { Faults } from "./faults";
import { terminalLine } from "../../CommandLine/terminalText";
import { checkRight } from "./rights";
import { createRouteTable } from "./routes";
import { createRunningOperations } from "./runningOperations";
import { createThrottle } from "./throttle";
import { unknownRoute } from "./unknownRoute";

interface PipelineOptions {
  readonly authenticate: Authenticate;
  readonly world: World;
  /** Rights of the signed-in engineer, the only user. */
  readonly roles: readonly Role[];
  readonly faults: Faults;
  readonly operations: readonly Operation[];
  readonly now: () => Date;
  /** Told of every call that no operation answers. */
  readonly onUnknown: (line: string) => void;
}

/** Answers ARM calls. The steps of `answer` are what each of them passes, in this order. Never rejects. */
export function createPipeline(options: PipelineOptions): (request: ArmRequest) => Promise<ArmResponse> {
  const { authenticate, world, faults, onUnknown } = options;
  const routes = createRouteTable(options.operations);
  const throttle = createThrottle();
  const running = createRunningOperations();

  async function answer(request: ArmRequest, now: Date): Promise<ArmResponse> {
    const caller = authenticate(request.headers.authorization, now);
    const version = readApiVersion(request);
    const route = routes.find(request.method, request.path);
    if (!route) {
      onUnknown(terminalLine(`No operation answers ${request.method} ${request.path}`));
      throw unknownRoute(routes, request);
    }
    const { operation, place } = route;
    checkApiVersion(operation, version, request.path);
    checkBody(request);
    const quota = throttle(request, now);
    const response = await faults.apply(request, () => {
      const roles = caller.oid === world.engineer.objectId ? options.roles : [];
      checkRight(roles, operation, place, request.path, caller);
      running.finishDue(now);
      return operation.handle({ world, roles, request, place, now, running });
    });
    return { ...response, headers: { ...quota, ...response.headers } };
  }

  return (request) => {
    const now = options.now();
    return inEnvelope(now, () => answer(withSingleSlashes(request), now));
  };
}

/** Azure CLI writes some paths with a doubled slash, which ARM reads as one. */
function withSingleSlashes(request: ArmRequest): ArmRequest {
  return { ...request, path: request.path.replace(/\/{2,}/g, "/") };
}
