import { clusterCondition, type ClusterCondition } from "../../../Client/Core/clusterCondition";

const running = { powerState: { code: "Running" } };
const stopped = { powerState: { code: "Stopped" } };

// States that AKS reports (learn.microsoft.com: start-stop-cluster, troubleshoot "failed state", REST reference of managedClusters).
test.each<[object, ClusterCondition]>([
  [{}, { kind: "ready" }],
  [{ ...running, provisioningState: "Succeeded" }, { kind: "ready" }],
  [{ powerState: null, provisioningState: null }, { kind: "ready" }],
  [{ powerState: { code: "Hibernated" } }, { kind: "ready" }],
  [{ ...stopped, provisioningState: "Succeeded" }, { kind: "stopped" }],
  [{ powerState: { code: "STOPPED" } }, { kind: "stopped" }],
  [{ ...running, provisioningState: "Stopping" }, { kind: "stopped" }],
  // A start that failed leaves it stopped.
  [{ ...stopped, provisioningState: "Failed" }, { kind: "stopped" }],
  [
    { ...stopped, provisioningState: "Starting" },
    { kind: "busy", state: "Starting" },
  ],
  [
    { ...running, provisioningState: "Creating" },
    { kind: "busy", state: "Creating" },
  ],
  [
    { ...running, provisioningState: "UpgradingNodeImageVersion" },
    { kind: "busy", state: "UpgradingNodeImageVersion" },
  ],
  [{ ...running, provisioningState: "Deleting" }, { kind: "deleting" }],
  [
    { ...running, provisioningState: "Failed" },
    { kind: "failed", state: "Failed" },
  ],
  [
    { ...running, provisioningState: "Cancelled" },
    { kind: "failed", state: "Cancelled" },
  ],
  [
    { ...running, provisioningState: "PartiallySucceeded" },
    { kind: "failed", state: "PartiallySucceeded" },
  ],
])("%j: %j", (properties, condition) => {
  expect(clusterCondition({ properties })).toEqual(condition);
});

test.each([undefined, null, "", [], {}, { properties: [] }])("%j: not known", (body) => {
  expect(clusterCondition(body)).toEqual({ kind: "unknown" });
});
