import type { CoverageReadings, Reading, SourceFacts } from "../../Client/DefenderPlan/capability";
import type { ClusterParts } from "../../Client/DefenderPlan/coverageService";
import { planSettingsWith } from "./planSettings";

export const sensorWorkspace =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/prod-logs";

/** A cluster with everything. */
export function clusterParts(over: Partial<ClusterParts> = {}): ClusterParts {
  return {
    hasSensor: true,
    isSensorExcluded: false,
    pools: [
      { name: "system", osType: "Linux", nodes: 3 },
      { name: "apps", osType: "Linux", nodes: 4 },
    ],
    workspaceId: sensorWorkspace,
    isGated: undefined,
    hasPolicyAddOn: true,
    version: "1.33.4",
    condition: { kind: "ready" },
    ...over,
  };
}

export const readAs = <T>(value: T): Reading<T> => ({ status: "read", value });

export const forbidden: Reading<never> = {
  status: "failed",
  failure: { kind: "forbidden", message: "No.", missingAction: "Microsoft.Security/pricings/read" },
};

const names = [
  "ContainerSensor",
  "AgentlessDiscoveryForKubernetes",
  "ContainerRegistriesVulnerabilityAssessments",
  "AgentlessVmScanning",
];

/** Every extension enabled, each with an operation that succeeded. */
export const doneExtensions = names.map((name) => ({
  name,
  isEnabled: "True",
  operationStatus: { code: "Succeeded", message: "" },
}));

export const source = (over: Partial<SourceFacts> = {}): Reading<SourceFacts> =>
  readAs({
    evaluated: 12,
    last: new Date("2026-11-20T08:00:00Z"),
    lastOfSensor: undefined,
    unreadable: 0,
    isComplete: true,
    asOf: new Date("2026-11-24T12:00:00Z"),
    ...over,
  });

/** Everything was read, and nothing is wrong. */
export function coverageReadings(over: Partial<CoverageReadings> = {}): CoverageReadings {
  return {
    plan: readAs(planSettingsWith({ extensions: doneExtensions })),
    cspm: readAs(false),
    cluster: readAs(clusterParts()),
    workspace: readAs({ refusesKeys: false, isPrivate: false, state: "Succeeded" }),
    policyReport: readAs<Date | undefined>(new Date("2026-11-24T11:00:00Z")),
    sources: {
      alerts: source({ evaluated: undefined }),
      vulnerabilities: source(),
      misconfigurations: source(),
      compliance: source(),
    },
    ...over,
  };
}
