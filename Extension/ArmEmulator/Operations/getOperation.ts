import type { Operation } from "../Server/arm";
import { clusterApiVersions } from "./clusters";
import { findOperation, operationScope } from "./operationLinks";

/** State of a long-running operation, at the link of the Azure-AsyncOperation header. */
export const getOperation: Operation = {
  method: "GET",
  path: `${operationScope}/operations/{operationId}`,
  apiVersions: clusterApiVersions,
  handle(context) {
    const { finished, failure, startedAt, finishesAt } = findOperation(context);
    const common = { name: context.place.operationId, startTime: startedAt.toISOString() };
    const outcome = failure ? { status: "Failed", error: failure } : { status: "Succeeded" };
    return finished
      ? { status: 200, body: { ...common, ...outcome, endTime: finishesAt.toISOString() } }
      : { status: 200, headers: { "retry-after": "1" }, body: { ...common, status: "InProgress" } };
  },
};
