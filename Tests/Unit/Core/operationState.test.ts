import { operationState } from "../../../Client/Core/operationState";
import { upgradeEnd } from "../../../Views/Features/NodePools/upgradeState";

test.each([
  // What AKS and ARM document for operations and resources that are being changed.
  "InProgress",
  "Accepted",
  "Updating",
  "UPDATING",
  "Upgrading",
  "UpgradingNodeImageVersion",
  "ReconcilingClusterETCDCertificates",
  "Stopping",
  "Canceling",
  // A workspace of Log Analytics while it is made (2025-02-01).
  "ProvisioningAccount",
  // Other spellings.
  "In Progress",
  "in_progress",
  "Not Started",
  "Pending",
  "Queued",
  "Running",
  "Rolling back",
])("%s goes on", (status) => {
  expect(operationState(status)).toBe("running");
});

test.each([
  ["Succeeded", "succeeded"],
  ["SUCCEEDED", "succeeded"],
  ["Success", "succeeded"],
  ["Failed", "failed"],
  ["failure", "failed"],
  ["Canceled", "canceled"],
  ["Cancelled", "canceled"],
  ["CANCELLED", "canceled"],
  ["TimedOut", "unknown"],
  ["Timed out", "unknown"],
  ["Aborted", "unknown"],
  ["PartiallySucceeded", "unknown"],
  ["SucceededWithErrors", "unknown"],
  ["Expired", "unknown"],
  ["Deleted", "unknown"],
  ["constructor", "unknown"],
  ["?", "unknown"],
])("%s is an end: %s", (status, state) => {
  expect(operationState(status)).toBe(state);
});

test.each([
  ["Cancelled", "failed"],
  ["canceled", "failed"],
  ["Failed", "failed"],
  ["Aborted", "endUnknown"],
  ["TimedOut", "endUnknown"],
  ["Upgrading", "unwatched"],
  [undefined, "notStarted"],
])("an upgrade that AKS last called %s and then failed: %s", (lastStatus, end) => {
  expect(upgradeEnd({ kind: "unexpected", message: "" }, lastStatus)).toBe(end);
});
