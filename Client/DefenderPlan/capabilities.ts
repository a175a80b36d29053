import { firstResultsBy, isAwaitingScan, latest } from "../Core/firstScan";
import { enforcement, gating } from "./admissionRules";
import {
  capabilityNames,
  reasonStates,
  type Capability,
  type CapabilityName,
  type CoverageReadings,
  type Evidence,
  type Reading,
  type Reason,
  type SourceFacts,
  type Verdict,
} from "./capability";
import type { ClusterParts, WorkspaceAccess } from "./coverageService";
import { extensionNamed, type PlanSettings } from "./planSettings";

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
  kubernetesApi: (readings) => ofExtension(readings, "AgentlessDiscoveryForKubernetes"),
  registryAccess: (readings) => ofExtension(readings, "ContainerRegistriesVulnerabilityAssessments"),
  agentlessScanning: (readings) => ofExtension(readings, "AgentlessVmScanning"),
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

/** What takes the sensor. What the cluster lacks is lacking whatever the plan says, even where that can't be read. */
function ofSensor(
  { cluster, plan }: CoverageReadings,
  off: "sensorOff" | "needsSensor",
  judge: (parts: ClusterParts, plan: PlanSettings | undefined) => Verdict | undefined,
): ReturnType<Judge> {
  return ofRead(cluster, (parts) => {
    if (!parts.hasSensor) {
      return { reason: parts.isSensorExcluded ? "sensorExcluded" : off };
    }
    const alone = stopped(parts) ?? (plan.status === "failed" ? judge(parts, undefined) : undefined);
    return alone && reasonStates[alone.reason] === "broken"
      ? alone
      : ofRead(plan, (set) => (set.isOn ? judge(parts, set) : { reason: "planOff" }));
  });
}

function stopped({ condition }: ClusterParts): Verdict | undefined {
  return condition.kind === "stopped" ? { reason: "clusterStopped" } : undefined;
}

/**
 * Assumption, here alone: Azure doesn't say on which nodes the sensor runs. It's a DaemonSet that collects by eBPF, so it's taken to
 * run on every node but those with Windows.
 */
function sensorOnPools({ pools, condition }: ClusterParts): Verdict {
  if (!pools || pools.some(({ osType }) => osType === undefined)) {
    return { reason: "poolsNotReported" };
  }
  const isWindows = ({ osType }: (typeof pools)[number]) => osType?.toLowerCase() === "windows";
  const windows = pools.filter(isWindows);
  const covered = { name: "pools", value: pools.filter((pool) => !isWindows(pool)) } as const;
  if (windows.length > 0) {
    return { reason: "windowsPools", evidence: [{ name: "windows", value: windows }, covered] };
  }
  return condition.kind === "ready"
    ? { reason: "sensorOnPools", evidence: [covered] }
    : { reason: "clusterNotReady", evidence: [covered, ...stateOf(condition)] };
}

function stateOf(condition: ClusterParts["condition"]): readonly Evidence[] {
  return "state" in condition ? [{ name: "clusterState", value: condition.state }] : [];
}

/** That nothing known stands in the way is no evidence that data arrives. */
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

/** A configuration that Defender CSPM has as well, of the same name: what Containers lacks may come from there. */
function ofExtension({ plan: reading, cspm }: CoverageReadings, name: string): ReturnType<Judge> {
  return ofRead(reading, (plan) => {
    const extension = extensionNamed(plan, name);
    const reason = plan.isOn ? extensionReason(extension) : "planOff";
    if (["planOff", "extensionOff", "notListed"].includes(reason) && valueOf(cspm) !== false) {
      return cspm.status === "loading" ? undefined : { reason: "mayBeOfCspm" };
    }
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
  const evidence = [...dated("lastAlert", facts.last), ...gapsOf(facts)];
  const ofOn = facts.last ? "alertRaised" : "silence";
  const verdict = ofRead(plan, ({ isOn }) => ({ reason: isOn ? ofOn : "planOff" }));
  return verdict && { ...verdict, evidence };
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
