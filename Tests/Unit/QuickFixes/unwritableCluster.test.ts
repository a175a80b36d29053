import { authorizedIpRangesFix } from "../../../Client/QuickFixes/authorizedIpRangesFix";
import { defenderProfileFix } from "../../../Client/QuickFixes/defenderProfileFix";
import { policyAddOnFix } from "../../../Client/QuickFixes/policyAddOnFix";
import type { LiveCluster } from "../../../Client/QuickFixes/quickFix";
import { refusalText } from "../../../Views/Features/QuickFixes/fixNotes";
import type { JsonRecord } from "../../../Client/Core/json";
import { liveWith, ready, refusalOf, workspaceId } from "./planSupport";

/** Every fix that writes the cluster itself. */
const fixes = {
  policyAddOn: (live: LiveCluster) => policyAddOnFix.plan(live, {}),
  defenderProfile: (live: LiveCluster) => defenderProfileFix.plan(live, { workspace: { id: workspaceId } }),
  defaultWorkspace: (live: LiveCluster) => defenderProfileFix.plan(live, { workspace: "default" }),
  authorizedIpRanges: (live: LiveCluster) =>
    authorizedIpRangesFix.plan(live, { ranges: ["203.0.113.7"], callerIp: undefined }),
};

// `az aks stop` leaves powerState Stopped; AKS then refuses every write until `az aks start` (start-stop-cluster).
describe.each(Object.entries(fixes))("%s", (_, plan) => {
  test.each([
    [{ powerState: { code: "Stopped" } }, "clusterStopped"],
    [{ powerState: { code: "STOPPED" }, provisioningState: "Succeeded" }, "clusterStopped"],
    [{ powerState: { code: "Running" }, provisioningState: "Stopping" }, "clusterStopped"],
    [{ powerState: { code: "Running" }, provisioningState: "Deleting" }, "clusterDeleting"],
    [{ powerState: { code: "Running" } }, "ready"],
    [{ powerState: null }, "ready"],
    [{ powerState: { code: "SomethingNew" } }, "ready"],
    // What is in progress can be waited for, and a failed cluster can be written.
    [{ provisioningState: "Updating" }, "ready"],
    [{ provisioningState: "Starting" }, "ready"],
    [{ provisioningState: "Failed" }, "ready"],
    [{ provisioningState: "Cancelled" }, "ready"],
  ])("%j: %s", (properties, expected) => {
    expect(refusalOf(plan(liveWith(properties)))).toBe(expected);
  });
});

// What AKS refuses or fails meanwhile is told before it is sent.
describe.each(Object.entries(fixes))("%s", (_, plan) => {
  test.each<[object, readonly unknown[]]>([
    [{ provisioningState: "Updating" }, [{ code: "clusterBusy", details: ["Updating"] }]],
    [
      { provisioningState: "Starting", powerState: { code: "Stopped" } },
      [{ code: "clusterBusy", details: ["Starting"] }],
    ],
    [
      { provisioningState: "RotatingClusterCertificates" },
      [{ code: "clusterBusy", details: ["RotatingClusterCertificates"] }],
    ],
    [{ provisioningState: "Failed" }, [{ code: "clusterFailed", details: ["Failed"] }]],
    [{ provisioningState: "Canceled" }, [{ code: "clusterFailed", details: ["Canceled"] }]],
    [{ provisioningState: "TimedOut" }, [{ code: "clusterFailed", details: ["TimedOut"] }]],
    [{ provisioningState: "Succeeded" }, []],
    [{}, []],
  ])("%j: %j", (properties, expected) => {
    const { warnings } = ready(plan(liveWith(properties as JsonRecord)));
    expect(warnings.filter(({ code }) => code === "clusterBusy" || code === "clusterFailed")).toEqual(
      expected,
    );
  });
});

test("what is fixed already says so, whether the cluster is stopped or not", () => {
  const live = liveWith({
    powerState: { code: "Stopped" },
    addonProfiles: { azurepolicy: { enabled: true } },
  });
  expect(refusalOf(policyAddOnFix.plan(live, {}))).toBe("alreadyFixed");
});

test("the refusal says what comes first", () => {
  expect(refusalText({ code: "clusterStopped", details: [] })).toMatch(/Start the cluster first/);
  expect(refusalText({ code: "logGroupInUse", details: ["allLogs", "audit"] })).toMatch(
    /the log groups allLogs, audit\..*Disable the groups first/,
  );
  expect(refusalText({ code: "logSentTwice", details: ["t"] })).toMatch(
    /setting t already sends .*Disable it there first/,
  );
});
