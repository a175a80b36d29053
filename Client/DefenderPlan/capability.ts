import type { Failure } from "../Core/failure";
import type { PlanSettings } from "./planSettings";
import type { ClusterParts, WorkspaceAccess } from "./coverageService";

/** Where findings come from. */
const findingSources = ["alerts", "vulnerabilities", "misconfigurations", "compliance"] as const;

export type FindingSource = (typeof findingSources)[number];

/** What protection of a cluster is made of, in the order in which it's listed. */
export const capabilityNames = [
  "sensor",
  "sensorHealth",
  "publisher",
  "gating",
  "enforcement",
  "policyAddOn",
  "kubernetesApi",
  "registryAccess",
  "agentlessScanning",
  ...findingSources,
] as const;

export type CapabilityName = (typeof capabilityNames)[number];

/** What something stands on, or why it is so, with the state that follows from it. */
export const reasonStates = {
  alertRaised: "works",
  enabledAndDone: "works",
  policyReported: "works",
  sensorOnPools: "works",
  verdictsMade: "works",

  clusterStopped: "broken",
  extensionOff: "broken",
  gatingOff: "broken",
  gatingNeedsFindings: "broken",
  gatingOffOnCluster: "broken",
  gatingOldKubernetes: "broken",
  keysRefused: "broken",
  needsSensor: "broken",
  oldKubernetes: "broken",
  operationFailed: "broken",
  planOff: "broken",
  policyAddOnOff: "broken",
  sensorOff: "broken",
  windowsPools: "broken",
  workspaceGone: "broken",

  awaitingScan: "unknown",
  clusterNotReady: "unknown",
  enforcementHidden: "unknown",
  gatingHidden: "unknown",
  healthHidden: "unknown",
  keysTaken: "unknown",
  mayBeOfCspm: "unknown",
  noPolicyReport: "unknown",
  noVerdicts: "unknown",
  noWorkspace: "unknown",
  notListed: "unknown",
  operationNotReported: "unknown",
  poolsNotReported: "unknown",
  privateWorkspace: "unknown",
  readFailed: "unknown",
  sensorExcluded: "unknown",
  silence: "unknown",
  undatedVerdicts: "unknown",
  versionNotReported: "unknown",
  workspaceNotReady: "unknown",
} as const satisfies Readonly<Record<string, "works" | "broken" | "unknown">>;

export type Reason = keyof typeof reasonStates;

/** What was seen, beside the reason. */
export type EvidenceName =
  | "clusterState"
  | "clusterVersion"
  | "firstResultsBy"
  | "gatingInCluster"
  | "gatingInPlan"
  | "lastAlert"
  | "lastPolicyReport"
  | "lastSensorAlert"
  | "lastVerdict"
  | "pagesMissing"
  | "pools"
  | "serviceMessage"
  | "unreadableRows"
  | "verdicts"
  | "windows"
  | "workspace";

type EvidenceValue = string | number | Date | readonly EvidencePool[];

interface EvidencePool {
  readonly name: string;
  readonly nodes: number | undefined;
}

export interface Evidence {
  readonly name: EvidenceName;
  readonly value: EvidenceValue;
}

/** Whether a part of the protection works, and how that is known. */
export interface Capability {
  readonly name: CapabilityName;
  readonly reason: Reason;
  /** In the order in which it's told; may be empty. */
  readonly evidence: readonly Evidence[];
  /** Of the reason `readFailed` alone. */
  readonly failure?: Failure;
}

/** What a capability is said to be. */
export type Verdict = Pick<Capability, "reason" | "failure"> & { readonly evidence?: readonly Evidence[] };

/** Something to be read from Azure. What was read once and can't be read again has failed: it says nothing about now. */
export type Reading<T> =
  | { readonly status: "loading" }
  | { readonly status: "read"; readonly value: T }
  | { readonly status: "failed"; readonly failure: Failure };

/** What a list of findings tells about what makes it. */
export interface SourceFacts {
  /** How many things were checked; `undefined`: the source doesn't say, as alerts don't. */
  readonly evaluated: number | undefined;
  /** When a verdict last changed, or an alert was last raised, as far as the rows tell. */
  readonly last: Date | undefined;
  /** The same of alerts that the sensor raised. */
  readonly lastOfSensor: Date | undefined;
  /** Rows that couldn't be read. */
  readonly unreadable: number;
  /** False while pages are missing. */
  readonly isComplete: boolean;
  /** When the list was read. */
  readonly asOf: Date;
}

/** Everything that capabilities are judged by. */
export interface CoverageReadings {
  readonly plan: Reading<PlanSettings>;
  /** Whether Defender CSPM is on, which can have some configurations of the plan as well. */
  readonly cspm: Reading<boolean>;
  readonly cluster: Reading<ClusterParts>;
  /** Of the workspace that the cluster names; `undefined`: it names none, or isn't read. */
  readonly workspace: Reading<WorkspaceAccess> | undefined;
  /** `undefined` in it: Azure Policy has no record. */
  readonly policyReport: Reading<Date | undefined>;
  readonly sources: Readonly<Record<FindingSource, Reading<SourceFacts>>>;
}
