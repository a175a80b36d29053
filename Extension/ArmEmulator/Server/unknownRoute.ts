import { ArmError, type ArmRequest } from "./arm";
import type { RouteTable } from "./routes";

/** What ARM says to a call that no operation answers: as exact as the route table allows. */
export function unknownRoute(routes: RouteTable, { method, path }: ArmRequest): ArmError {
  if (routes.knows(path)) {
    return new ArmError(
      405,
      "HttpMethodNotAllowed",
      `The method '${method}' is not supported for '${path}'.`,
    );
  }
  const namespace = /^.*\/providers\/([^/]+)/i.exec(path)?.[1];
  if (namespace === undefined) {
    return new ArmError(404, "ResourceNotFound", `The emulator has no resource at '${path}'.`);
  }
  return routes.knowsNamespace(namespace)
    ? new ArmError(404, "InvalidResourceType", `No resource type of the emulator answers '${path}'.`)
    : new ArmError(404, "InvalidResourceNamespace", `The resource namespace '${namespace}' is invalid.`);
}
