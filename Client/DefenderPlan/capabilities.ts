import { firstResultsBy, isAwaitingScan, latest } from "../Core/firstScan";
import {
  capabilityNames,
  type Capability,
  type CapabilityName,
  type CoverageReadings,
  type Evidence,
  type Reading,
  type Reason,
  type SourceFacts,
} from "./capability";
import type { ClusterParts, WorkspaceAccess } from "./coverageService";
import { extensionNamed, extensionTexts, type PlanSettings } from "./planSettings";

type Verdict = Pick<Capability, "reason" | "failure"> & { readonly evidence?: readonly Evidence[] };

/** `undefined`: something is still being read. */
type Judge = (readings: CoverageReadings) => Verdict | undefined;

/**
 * Every part of the protection with whether it works, in the order in which they're listed; those that can't be judged yet have no
 * reason. Works takes evidence that it does: that something is enabled isn't any where Azure has more to say.
 */
export function capabilitiesOf(
  readings: CoverageReadings,
): readonly (Capability | { readonly name: CapabilityName; readonly reason: undefined })[] {
  return capabilityNames.map((name) => {
    const verdict = judges[name](readings);
    return verdict ? { name, ...verdict, evidence: verdict.evidence ?? [] } : { name, reason: undefined };
  });
}

const judges: Readonly<Record<CapabilityName, Judge>> = {
  sensor: (readings) => ofSensor(readings, "sensorOff", sensorOnPools),
  sensorHealth: (readings) =>
    ofSensor(readings, "needsSensor", () => ({
      reason: "healthHidden",
      evidence: dated("lastSensorAlert", valueOf(readings.sources.alerts)?.lastOfSensor),
    })),
  publisher: (readings) => ofSensor(readings, "needsSensor", (parts) => dataPath(parts, readings)),
  gating: (readings) => ofSensor(readings, "needsSensor", gating),
  enforcement: (readings) => ofSensor(readings, "needsSensor", enforcement),
  policyAddOn: ({ cluster, policyReport }) =>
    ofRead(cluster, (parts) => stopped(parts) ?? policyAddOn(parts, policyReport)),
  kubernetesApi: ({ plan }) => ofExtension(plan, "AgentlessDiscoveryForKubernetes"),
  registryAccess: ({ plan }) => ofExtension(plan, "ContainerRegistriesVulnerabilityAssessments"),
  agentlessScanning: ({ plan }) => ofExtension(plan, "AgentlessVmScanning"),
  alerts: ({ sources, plan }) => ofRead(sources.alerts, (facts) => alerts(facts, plan)),
  vulnerabilities: (readings) => ofVerdicts(readings, "vulnerabilities"),
  misconfigurations: (readings) => ofVerdicts(readings, "misconfigurations"),
  compliance: (readings) => ofVerdicts(readings, "compliance"),
};

function ofRead<T>(reading: Reading<T>, judge: (value: T) => Verdict | undefined): ReturnType<Judge> {
  switch (reading.status) {
    case "loading":
      return undefined;
    case "failed":
      return { reason: "readFailed", failure: reading.failure };
    case "read":
      return judge(reading.value);
  }
}

function valueOf<T>(reading: Reading<T>): T | undefined {
  return reading.status === "read" ? reading.value : undefined;
}

/** What takes the sensor. What the cluster lacks is lacking whatever the plan says, so that the plan comes second. */
function ofSensor(
  { cluster, plan }: CoverageReadings,
  off: "sensorOff" | "needsSensor",
  judge: (parts: ClusterParts, plan: PlanSettings) => Verdict | undefined,
): ReturnType<Judge> {
  return ofRead(cluster, (parts) => {
    if (!parts.hasSensor) {
      return { reason: parts.isSensorExcluded ? "sensorExcluded" : off };
    }
    return stopped(parts) ?? ofRead(plan, (set) => (set.isOn ? judge(parts, set) : { reason: "planOff" }));
  });
}

function stopped({ condition }: ClusterParts): Verdict | undefined {
  return condition.kind === "stopped" ? { reason: "clusterStopped" } : undefined;
}

/**
 * Assumption, here alone: Azure doesn't say on which nodes the sensor runs. It's a DaemonSet that collects by eBPF, so it's taken to
 * run on every node but those with Windows.
 */
function sensorOnPools({ pools }: ClusterParts): Verdict {
  if (!pools || pools.some(({ osType }) => osType === undefined)) {
    return { reason: "poolsNotReported" };
  }
  const isWindows = ({ osType }: (typeof pools)[number]) => osType?.toLowerCase() === "windows";
  const windows = pools.filter(isWindows);
  const covered = { name: "pools", value: pools.filter((pool) => !isWindows(pool)) } as const;
  return windows.length > 0
    ? { reason: "windowsPools", evidence: [{ name: "windows", value: windows }, covered] }
    : { reason: "sensorOnPools", evidence: [covered] };
}

function dataPath({ workspaceId }: ClusterParts, { workspace }: CoverageReadings): ReturnType<Judge> {
  if (workspaceId === undefined || !workspace) {
    return { reason: "noWorkspace" };
  }
  const evidence = [{ name: "workspace", value: workspaceId }] as const;
  if (workspace.status === "failed" && workspace.failure.kind === "notFound") {
    return { reason: "workspaceGone", evidence };
  }
  const verdict = ofRead(workspace, (access) => ({ reason: accessReason(access) }));
  return verdict && { ...verdict, evidence };
}

function accessReason({ refusesKeys, isPrivate, state }: WorkspaceAccess): Reason {
  if (refusesKeys) {
    return "keysRefused";
  }
  if (state !== undefined && state.toLowerCase() !== "succeeded") {
    return "workspaceNotReady";
  }
  return isPrivate ? "privateWorkspace" : "keysTaken";
}

/** Which rules there are, and whether they audit or deny, has no public API. */
function gating({ isGated }: ClusterParts, plan: PlanSettings): Verdict {
  const inPlan = extensionTexts(extensionNamed(plan, "ContainerSensor")).get("SecurityGatingEnabled");
  const evidence: readonly Evidence[] = [
    ...(inPlan === undefined ? [] : [{ name: "gatingInPlan" as const, value: inPlan }]),
    ...(isGated === undefined ? [] : [{ name: "gatingInCluster" as const, value: String(isGated) }]),
  ];
  if (inPlan?.toLowerCase() === "false") {
    return { reason: "gatingOff", evidence };
  }
  return { reason: isGated === false ? "gatingOffOnCluster" : "gatingHidden", evidence };
}

/** Kubernetes has the admission policies that enforcement is made of since 1.30. */
const enforcementSince = 30;

function enforcement({ version }: ClusterParts): Verdict {
  const [, major = "", minor = ""] = /^v?(\d+)\.(\d+)/.exec(version ?? "") ?? [];
  if (version === undefined || major === "") {
    return { reason: "versionNotReported" };
  }
  const isOld = major === "1" && Number(minor) < enforcementSince;
  return {
    reason: isOld ? "oldKubernetes" : "enforcementHidden",
    evidence: [{ name: "clusterVersion", value: version }],
  };
}

function policyAddOn(parts: ClusterParts, report: CoverageReadings["policyReport"]): ReturnType<Judge> {
  if (!parts.hasPolicyAddOn) {
    return { reason: "policyAddOnOff" };
  }
  return ofRead(report, (last) =>
    last
      ? { reason: "policyReported", evidence: dated("lastPolicyReport", last) }
      : { reason: "noPolicyReport" },
  );
}

function ofExtension(reading: Reading<PlanSettings>, name: string): ReturnType<Judge> {
  return ofRead(reading, (plan) => {
    const extension = extensionNamed(plan, name);
    const reason = plan.isOn ? extensionReason(extension) : "planOff";
    const message = reason === "operationFailed" ? extension?.operation?.message : undefined;
    return {
      reason,
      evidence: message === undefined || message === "" ? [] : [{ name: "serviceMessage", value: message }],
    };
  });
}

function extensionReason(extension: ReturnType<typeof extensionNamed>): Reason {
  if (!extension) {
    return "notListed";
  }
  const { isEnabled, operation } = extension;
  if (operation?.hasFailed) {
    return "operationFailed";
  }
  if (!isEnabled) {
    return "extensionOff";
  }
  return operation ? "enabledAndDone" : "operationNotReported";
}

/** Alerts come when something happens, so that none of them proves nothing. */
function alerts(facts: SourceFacts, plan: CoverageReadings["plan"]): ReturnType<Judge> {
  return ofRead(plan, ({ isOn }) => {
    const evidence = [...dated("lastAlert", facts.last), ...gapsOf(facts)];
    if (!isOn) {
      return { reason: "planOff", evidence };
    }
    return { reason: facts.last ? "alertRaised" : "silence", evidence };
  });
}

function ofVerdicts(
  { sources, plan, cluster }: CoverageReadings,
  source: "vulnerabilities" | "misconfigurations" | "compliance",
): ReturnType<Judge> {
  return ofRead(sources[source], (facts) => {
    if (plan.status === "loading" || cluster.status === "loading") {
      return undefined;
    }
    const since = protectedSince(valueOf(plan), valueOf(cluster));
    const evidence = [...dated("lastVerdict", facts.last), ...checkedIn(facts), ...gapsOf(facts)];
    return since && isAwaitingScan(since, { lastJudged: facts.last, asOf: facts.asOf })
      ? { reason: "awaitingScan", evidence: [...evidence, ...dated("firstResultsBy", firstResultsBy(since))] }
      : { reason: verdictReason(facts), evidence };
  });
}

function verdictReason({ evaluated, last }: SourceFacts): Reason {
  if (evaluated === undefined || evaluated === 0) {
    return "noVerdicts";
  }
  return last ? "verdictsMade" : "undatedVerdicts";
}

/** As of lists: since the plan was enabled, or since the cluster was created where that was later. */
function protectedSince(plan: PlanSettings | undefined, cluster: ClusterParts | undefined): Date | undefined {
  return plan?.isOn && plan.enabledSince ? latest([plan.enabledSince, cluster?.createdAt]) : undefined;
}

function dated(name: Evidence["name"], value: Date | undefined): readonly Evidence[] {
  return value ? [{ name, value }] : [];
}

function checkedIn({ evaluated }: SourceFacts): readonly Evidence[] {
  return evaluated === undefined ? [] : [{ name: "verdicts", value: evaluated }];
}

function gapsOf({ unreadable, isComplete }: SourceFacts): readonly Evidence[] {
  return [
    ...(unreadable > 0 ? [{ name: "unreadableRows" as const, value: unreadable }] : []),
    ...(isComplete ? [] : [{ name: "pagesMissing" as const, value: "" }]),
  ];
}
