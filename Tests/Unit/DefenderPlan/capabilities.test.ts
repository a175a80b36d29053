import { capabilitiesOf } from "../../../Client/DefenderPlan/capabilities";
import type {
  CapabilityName,
  CoverageReadings,
  Reading,
  Reason,
} from "../../../Client/DefenderPlan/capability";
import { reasonStates } from "../../../Client/DefenderPlan/capability";
import type { ClusterParts, WorkspaceAccess } from "../../../Client/DefenderPlan/coverageService";
import {
  clusterParts,
  coverageReadings,
  doneExtensions,
  forbidden,
  readAs,
  sensorWorkspace,
  source,
} from "../../Support/coverage";
import { planSettingsWith } from "../../Support/planSettings";

const judged = (name: CapabilityName, over: Partial<CoverageReadings> = {}) =>
  capabilitiesOf(coverageReadings(over)).find((one) => one.name === name);
const cluster = (over: Partial<ClusterParts>) => ({ cluster: readAs(clusterParts(over)) });
const plan = (properties: object) => ({ plan: readAs(planSettingsWith(properties)) });
const planOff = plan({ pricingTier: "Free", extensions: [] });
const withExtension = (name: string, over: object) =>
  plan({ extensions: doneExtensions.map((one) => (one.name === name ? { ...one, ...over } : one)) });
const withSource = (
  name: keyof CoverageReadings["sources"],
  reading: Reading<never> | ReturnType<typeof source>,
) => ({
  sources: { ...coverageReadings().sources, [name]: reading },
});
const workspace = (over: Partial<WorkspaceAccess>) => ({
  workspace: readAs({ refusesKeys: false, isPrivate: false, state: "Succeeded", ...over }),
});

test("a cluster with everything: what Azure tells works, and what it doesn't tell is unknown", () => {
  expect(capabilitiesOf(coverageReadings()).map(({ name, reason }) => [name, reason])).toEqual([
    ["sensor", "sensorOnPools"],
    ["sensorHealth", "healthHidden"],
    ["publisher", "keysTaken"],
    ["gating", "gatingHidden"],
    ["enforcement", "enforcementHidden"],
    ["policyAddOn", "policyReported"],
    ["kubernetesApi", "enabledAndDone"],
    ["registryAccess", "enabledAndDone"],
    ["agentlessScanning", "enabledAndDone"],
    ["alerts", "alertRaised"],
    ["vulnerabilities", "verdictsMade"],
    ["misconfigurations", "verdictsMade"],
    ["compliance", "verdictsMade"],
  ]);
});

test.each<[CapabilityName, string, Partial<CoverageReadings>, Reason]>([
  ["sensor", "no profile", cluster({ hasSensor: false }), "sensorOff"],
  ["sensor", "no profile, plan unread", { ...cluster({ hasSensor: false }), plan: forbidden }, "sensorOff"],
  ["sensor", "kept out by a tag", cluster({ hasSensor: false, isSensorExcluded: true }), "sensorExcluded"],
  ["sensor", "plan off", planOff, "planOff"],
  ["sensor", "cluster stopped", cluster({ condition: { kind: "stopped" } }), "clusterStopped"],
  ["sensor", "being changed", cluster({ condition: { kind: "busy", state: "Updating" } }), "clusterNotReady"],
  ["sensor", "failed", cluster({ condition: { kind: "failed", state: "Failed" } }), "clusterNotReady"],
  ["sensor", "plan unread", { plan: forbidden }, "readFailed"],
  ["sensor", "no pools told", cluster({ pools: undefined }), "poolsNotReported"],
  [
    "sensor",
    "a pool whose system isn't told",
    cluster({ pools: [{ name: "a", osType: undefined, nodes: 1 }] }),
    "poolsNotReported",
  ],
  ["sensor", "cluster unread", { cluster: forbidden }, "readFailed"],
  ["sensorHealth", "no sensor", cluster({ hasSensor: false }), "needsSensor"],
  ["publisher", "no sensor", cluster({ hasSensor: false }), "needsSensor"],
  ["publisher", "names no workspace", cluster({ workspaceId: undefined }), "noWorkspace"],
  ["publisher", "keys refused", workspace({ refusesKeys: true }), "keysRefused"],
  [
    "publisher",
    "keys refused while private",
    workspace({ refusesKeys: true, isPrivate: true }),
    "keysRefused",
  ],
  [
    "publisher",
    "keys refused, plan unread",
    { ...workspace({ refusesKeys: true }), plan: forbidden },
    "keysRefused",
  ],
  ["publisher", "keys taken, plan unread", { plan: forbidden }, "readFailed"],
  ["publisher", "private", workspace({ isPrivate: true }), "privateWorkspace"],
  ["publisher", "being made", workspace({ state: "Creating" }), "workspaceNotReady"],
  ["publisher", "state not told", workspace({ state: undefined }), "keysTaken"],
  ["publisher", "unread", { workspace: forbidden }, "readFailed"],
  [
    "publisher",
    "deleted",
    { workspace: { status: "failed", failure: { kind: "notFound", message: "Gone." } } },
    "workspaceGone",
  ],
  ["gating", "off in the cluster", cluster({ isGated: false }), "gatingOffOnCluster"],
  ["gating", "on in the cluster", cluster({ isGated: true }), "gatingHidden"],
  [
    "gating",
    "off in the plan",
    withExtension("ContainerSensor", { additionalExtensionProperties: { SecurityGatingEnabled: "False" } }),
    "gatingOff",
  ],
  ["gating", "1.30", cluster({ version: "1.30.9" }), "gatingOldKubernetes"],
  ["gating", "1.31", cluster({ version: "1.31.0" }), "gatingHidden"],
  ["gating", "no version", cluster({ version: undefined }), "gatingHidden"],
  [
    "gating",
    "without registry access of this plan, which CSPM may have",
    withExtension("ContainerRegistriesVulnerabilityAssessments", { isEnabled: "False" }),
    "gatingHidden",
  ],
  [
    "gating",
    "without security findings",
    plan({ extensions: [...doneExtensions, { name: "ContainerIntegrityContribution", isEnabled: "False" }] }),
    "gatingNeedsFindings",
  ],
  [
    "gating",
    "old, plan unread",
    { ...cluster({ version: "1.29.1" }), plan: forbidden },
    "gatingOldKubernetes",
  ],
  ["gating", "no sensor", cluster({ hasSensor: false }), "needsSensor"],
  ["enforcement", "1.29", cluster({ version: "1.29.15" }), "oldKubernetes"],
  ["enforcement", "1.30", cluster({ version: "1.30.0" }), "enforcementHidden"],
  ["enforcement", "1.9 is older than 1.30", cluster({ version: "1.9" }), "oldKubernetes"],
  ["enforcement", "2.0", cluster({ version: "2.0.1" }), "enforcementHidden"],
  ["enforcement", "no version", cluster({ version: undefined }), "versionNotReported"],
  ["enforcement", "a version that is none", cluster({ version: "latest" }), "versionNotReported"],
  ["policyAddOn", "off", cluster({ hasPolicyAddOn: false }), "policyAddOnOff"],
  ["policyAddOn", "never reported", { policyReport: readAs(undefined) }, "noPolicyReport"],
  ["policyAddOn", "reports unread", { policyReport: forbidden }, "readFailed"],
  ["policyAddOn", "with the plan off", planOff, "policyReported"],
  ["policyAddOn", "cluster stopped", cluster({ condition: { kind: "stopped" } }), "clusterStopped"],
  ["kubernetesApi", "plan off", planOff, "planOff"],
  ["kubernetesApi", "plan off, CSPM on", { ...planOff, cspm: readAs(true) }, "mayBeOfCspm"],
  ["registryAccess", "plan off, CSPM unread", { ...planOff, cspm: forbidden }, "mayBeOfCspm"],
  [
    "agentlessScanning",
    "off, CSPM on",
    { ...withExtension("AgentlessVmScanning", { isEnabled: "False" }), cspm: readAs(true) },
    "mayBeOfCspm",
  ],
  ["kubernetesApi", "on, CSPM on", { cspm: readAs(true) }, "enabledAndDone"],
  ["kubernetesApi", "plan unread", { plan: forbidden }, "readFailed"],
  ["kubernetesApi", "not listed", plan({ extensions: [] }), "notListed"],
  [
    "kubernetesApi",
    "off",
    withExtension("AgentlessDiscoveryForKubernetes", { isEnabled: "False" }),
    "extensionOff",
  ],
  [
    "registryAccess",
    "no operation told",
    withExtension("ContainerRegistriesVulnerabilityAssessments", { operationStatus: undefined }),
    "operationNotReported",
  ],
  [
    "agentlessScanning",
    "failed",
    withExtension("AgentlessVmScanning", { operationStatus: { code: "Failed", message: "No role." } }),
    "operationFailed",
  ],
  ["alerts", "none", withSource("alerts", source({ evaluated: undefined, last: undefined })), "silence"],
  ["alerts", "plan off", planOff, "planOff"],
  ["alerts", "unread", withSource("alerts", forbidden), "readFailed"],
  [
    "vulnerabilities",
    "none",
    withSource("vulnerabilities", source({ evaluated: 0, last: undefined })),
    "noVerdicts",
  ],
  [
    "vulnerabilities",
    "undated",
    withSource("vulnerabilities", source({ last: undefined })),
    "undatedVerdicts",
  ],
  ["compliance", "unread", withSource("compliance", forbidden), "readFailed"],
])("%s, %s", (name, _, over, reason) => {
  expect(judged(name, over)?.reason).toBe(reason);
});

test("pools with Windows are without the sensor, and the others have it", () => {
  const pools = [
    { name: "system", osType: "Linux", nodes: 3 },
    { name: "win", osType: "Windows", nodes: 2 },
  ];
  expect(judged("sensor", cluster({ pools }))).toEqual({
    name: "sensor",
    reason: "windowsPools",
    evidence: [
      { name: "windows", value: [pools[1]] },
      { name: "pools", value: [pools[0]] },
    ],
  });
});

test("why something is so comes with what was seen", () => {
  expect(judged("publisher", workspace({ refusesKeys: true }))?.reason).toBe("keysRefused");
  expect(judged("publisher", workspace({ refusesKeys: true }))).toHaveProperty("evidence", [
    { name: "workspace", value: sensorWorkspace },
  ]);
  const failed = withExtension("AgentlessVmScanning", {
    operationStatus: { code: "Failed", message: "No role." },
  });
  expect(judged("agentlessScanning", failed)).toHaveProperty("evidence", [
    { name: "serviceMessage", value: "No role." },
  ]);
  expect(judged("kubernetesApi", { plan: forbidden })).toHaveProperty(
    "failure.missingAction",
    "Microsoft.Security/pricings/read",
  );
  expect(
    judged("compliance", withSource("compliance", source({ unreadable: 2, isComplete: false }))),
  ).toHaveProperty("evidence", [
    { name: "lastVerdict", value: new Date("2026-11-20T08:00:00Z") },
    { name: "verdicts", value: 12 },
    { name: "unreadableRows", value: 2 },
    { name: "pagesMissing", value: "" },
  ]);
});

test("what was seen stays where the plan can't be read", () => {
  expect(judged("alerts", { plan: forbidden })).toMatchObject({
    reason: "readFailed",
    evidence: [{ name: "lastAlert" }],
  });
  const busy = cluster({ condition: { kind: "busy", state: "Updating" } });
  expect(judged("sensor", busy)).toHaveProperty("evidence", [
    expect.objectContaining({ name: "pools" }),
    { name: "clusterState", value: "Updating" },
  ]);
});

test("verdicts from before the plan was enabled prove nothing until first results are due", () => {
  const enabled = { ...plan({ enablementTime: "2026-11-24T02:00:00Z", extensions: doneExtensions }) };
  expect(judged("misconfigurations", enabled)).toMatchObject({
    reason: "awaitingScan",
    evidence: [{}, {}, { name: "firstResultsBy", value: new Date("2026-11-25T02:00:00Z") }],
  });
  const later = withSource("misconfigurations", source({ last: new Date("2026-11-24T03:00:00Z") }));
  expect(judged("misconfigurations", { ...enabled, ...later })?.reason).toBe("verdictsMade");
});

test("nothing is judged before what it takes is read", () => {
  const loading = { status: "loading" } as const;
  const sources = {
    alerts: loading,
    vulnerabilities: loading,
    misconfigurations: loading,
    compliance: loading,
  };
  const all = {
    plan: loading,
    cspm: loading,
    cluster: loading,
    workspace: loading,
    policyReport: loading,
    sources,
  };
  expect(capabilitiesOf(all).filter(({ reason }) => reason !== undefined)).toEqual([]);
  expect(judged("publisher", { workspace: loading })?.reason).toBeUndefined();
  expect(judged("compliance", { plan: loading })?.reason).toBeUndefined();
});

test("nothing works while nothing could be read", () => {
  const sources = {
    alerts: forbidden,
    vulnerabilities: forbidden,
    misconfigurations: forbidden,
    compliance: forbidden,
  };
  const all = {
    plan: forbidden,
    cspm: forbidden,
    cluster: forbidden,
    workspace: forbidden,
    policyReport: forbidden,
    sources,
  };
  const states = capabilitiesOf(all).map(({ reason }) => reason && reasonStates[reason]);
  expect(new Set(states)).toEqual(new Set(["unknown"]));
});
