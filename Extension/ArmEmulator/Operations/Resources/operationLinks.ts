import { readApiVersion } from "../../Server/apiVersion";
import { ArmError } from "../../Server/arm";
import type { ArmContext } from "../../Server/operation";
import type { RunningOperation } from "../../Server/runningOperations";

export const operationScope =
  "/subscriptions/{subscriptionId}/providers/Microsoft.ContainerService/locations/{location}";

/** The long-running operation that a path names. Throws ARM's 404 when there is none. */
export function findOperation({ running, place }: ArmContext): RunningOperation {
  const { operationId = "", location = "" } = place;
  const operation = running.find(operationId, location);
  if (!operation) {
    throw new ArmError(404, "OperationNotFound", `There is no operation '${operationId}' in '${location}'.`);
  }
  return operation;
}

/** Headers of the answer to a write that goes on: where to ask how it stands, and when. */
export function operationHeaders({ request, world }: ArmContext, location: string, operationId: string) {
  const version = readApiVersion(request);
  const link = (kind: string) =>
    `${request.linkOrigin}/subscriptions/${world.subscriptionId}/providers/Microsoft.ContainerService/locations/${location}/${kind}/${operationId}?api-version=${version}`;
  return {
    "azure-asyncoperation": link("operations"),
    location: link("operationresults"),
    "retry-after": "1",
  };
}
