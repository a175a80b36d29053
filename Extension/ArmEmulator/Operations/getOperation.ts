import { ArmError, type Operation } from "../Server/arm";
import { clusterApiVersions } from "./clusters";

/** State of a long-running operation, at the link of the Azure-AsyncOperation header. */
export const getOperation: Operation = {
  method: "GET",
  path: "/subscriptions/{subscriptionId}/providers/Microsoft.ContainerService/locations/{location}/operations/{operationId}",
  apiVersions: clusterApiVersions,
  handle({ running, place, now }) {
    const operation = running.get(place.operationId ?? "");
    if (!operation) {
      throw new ArmError(404, "OperationNotFound", `There is no operation '${place.operationId ?? ""}'.`);
    }
    if (!operation.finished && now >= operation.finishesAt) {
      operation.finish();
      operation.finished = true;
    }
    const common = { name: place.operationId, startTime: operation.startedAt.toISOString() };
    return operation.finished
      ? { status: 200, body: { ...common, status: "Succeeded", endTime: operation.finishesAt.toISOString() } }
      : { status: 200, headers: { "retry-after": "1" }, body: { ...common, status: "InProgress" } };
  },
};
