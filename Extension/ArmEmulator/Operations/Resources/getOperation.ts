import { apiVersions } from "../../Server/apiVersions";
import type { Operation } from "../../Server/operation";
import type { RunningOperation } from "../../Server/runningOperations";
import { findOperation, operationScope } from "./operationLinks";

/** State of a long-running operation, at the link of the Azure-AsyncOperation header. */
export const getOperation: Operation = {
  method: "GET",
  path: `${operationScope}/operations/{operationId}`,
  apiVersions: apiVersions.managedClusters,
  handle(context) {
    const operation = findOperation(context);
    const { finished, startedAt, finishesAt, error } = operation;
    const common = { name: context.place.operationId, startTime: startedAt.toISOString() };
    if (!finished) {
      const percentComplete = percentOf(operation, context.now);
      const body = { ...common, status: "InProgress", percentComplete };
      return { status: 200, headers: { "retry-after": "1" }, body };
    }
    const end = { ...common, endTime: finishesAt.toISOString() };
    return {
      status: 200,
      body: error
        ? { ...end, status: "Failed", error }
        : { ...end, status: "Succeeded", percentComplete: 100 },
    };
  },
};

/** ARM's general form has it; whether AKS tells it is a guess. */
function percentOf({ startedAt, finishesAt }: RunningOperation, now: Date): number {
  const [start, end] = [startedAt.getTime(), finishesAt.getTime()];
  return Math.min(99, Math.floor(((now.getTime() - start) / (end - start)) * 100));
}
