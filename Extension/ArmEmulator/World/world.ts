import type { KqlResult } from "../Kql/runQuery";
import type { AlertState, AlertStatusName } from "./Security/Alerts/alertState";
import type { DefenderPlans } from "./Security/Pricings/containersPlan";
import type { GovernanceAssignment } from "./Security/Ownership/governanceAssignment";
import type { PolicyAssignment } from "./Authorization/policyAssignment";
import type { PlanHistory } from "./Security/Pricings/planHistory";
import type { SuppressionRule } from "./Security/Suppression/suppressionRule";

export type AlertSeverityName = "High" | "Medium" | "Low" | "Informational";

/** Everything that exists in the emulated Azure, coherent: what one part names, another part has. */
export interface World {
  readonly tenantId: string;
  readonly guestTenants: readonly { readonly tenantId: string; readonly displayName: string }[];
  readonly subscriptionId: string;
  /** ARM id of the cluster that all this is about. It may have been deleted. */
  readonly mainClusterId: string;
  readonly clusters: readonly Cluster[];
  /** Resources that are no clusters, so that something else has alerts too. */
  readonly machines: readonly Resource[];
  /** Log Analytics workspaces. Changed by writes. */
  readonly workspaces: Workspace[];
  /** Resource groups that were made by writes; those of other resources are not listed. Changed by writes. */
  readonly resourceGroups: ResourceGroup[];
  readonly registries: readonly Resource[];
  /** Replaced when a plan begins or ends to watch; some may be yet to come. */
  alerts: readonly WorldAlert[];
  readonly assessments: readonly WorldAssessment[];
  /** Governance assignments by ARM id in lower case, with what was deleted. Changed by writes. */
  readonly governanceAssignments: Map<string, GovernanceAssignment>;
  /** What Resource Graph found for queries that have more pages to come, by query: further pages continue it. */
  readonly openQueries: Map<string, KqlResult>;
  /** What Resource Graph's `securityresources` holds besides, row by row. */
  readonly securityRows: readonly SecurityRow[];
  /** As the world began with them. */
  readonly plans: DefenderPlans;
  /** Settings of Defender for Containers. Changed by writes. */
  readonly planHistory: PlanHistory;
  /** What the next operation on an extension of the plan fails with, by the extension's name. Each fails once. */
  readonly extensionFailures: Map<string, string>;
  readonly unseen: Unseen;
  /** Of the subscription, by name in lower case. Changed by writes. */
  readonly suppressionRules: Map<string, SuppressionRule>;
  /** The management group that the subscription is in. */
  readonly managementGroupId: string;
  /** At whatever scope, by id in lower case. Changed by writes. */
  readonly policyAssignments: Map<string, PolicyAssignment>;
  /** How long it takes until Resource Graph shows a change of an alert or of an owner. */
  readonly graphLagSeconds: number;
  /** How long it takes until Defender for Cloud looks at a changed cluster or plan again. */
  readonly evaluationDelaySeconds: number;
  /** Rows of `securityresources`, of alerts and assessments, as they are: scenarios put broken ones here. */
  readonly strayAlertRows: readonly Readonly<Record<string, unknown>>[];
  readonly people: readonly Person[];
  /** The one who is signed in. */
  readonly engineer: Person;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly objectId: string;
}

export interface Resource {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly resourceGroup: string;
  readonly location: string;
}

export interface Workspace extends Resource {
  /** The workspace's own id, which agents and queries use. */
  readonly customerId: string;
  readonly sku: string;
  readonly refusesKeys: boolean;
  /** When its creation is over; absent: it has always been there. */
  readonly readyAt?: Date;
}

interface ResourceGroup {
  readonly name: string;
  readonly location: string;
}

export interface Cluster extends Resource {
  readonly kubernetesVersion: string;
  readonly nodeResourceGroup: string;
  readonly createdAt: Date;
  readonly pools: readonly NodePool[];
  readonly workloads: readonly Workload[];
  /** Changed by writes; everything else is as generated. */
  state: ClusterState;
}

export interface ClusterState {
  tags: Readonly<Record<string, string>>;
  etag: string;
  provisioningState: "Succeeded" | "Updating" | "Failed";
  /** Whether the profile of the cluster has the Defender sensor. */
  sensor: boolean;
  /** Whether the Azure Policy add-on is installed. */
  policyAddOn: boolean;
  /** ARM id of the workspace that sensor, container insights and diagnostic settings write to; `null`: logs are not kept. */
  workspaceId: string | null;
  loadBalancerSku: "standard" | "basic";
  /** Whether it was made with authorized IP ranges. */
  hasIpRanges: boolean;
  /** Whether the diagnostic setting that it was made with keeps any log. */
  keepsLogs: boolean;
  /** What the last PUT said, all of it; `null`: none yet. What has a name above holds all the same. */
  written: Json | null;
  /** Diagnostic settings as they were written, by name in lower case; `undefined`: it was deleted. */
  writtenSettings: Readonly<Record<string, WrittenSetting | undefined>>;
  /** What Defender for Cloud will find, write by write, the latest last. */
  changes: readonly ClusterChange[];
  /** Whether it was stopped: then AKS takes no write of it. */
  isStopped: boolean;
  /** How writes go wrong: the next one meets an operation of another client, or all of them fail in the end. */
  trouble: "busy" | "fails" | null;
}

export type Json = Readonly<Record<string, unknown>>;

export interface WrittenSetting {
  readonly name: string;
  readonly properties: Json;
}

/** What the cluster passes after a write, by key of the recommendation. */
interface ClusterChange {
  readonly at: Date;
  readonly passes: Readonly<Record<string, boolean>>;
}

export interface NodePool {
  readonly name: string;
  readonly mode: "System" | "User";
  readonly vmSize: string;
  readonly scaleSetId: string;
  readonly nodes: readonly string[];
  readonly zones: readonly string[];
  /** `null`: the number of nodes is set by hand. */
  readonly autoscaling: { readonly minCount: number; readonly maxCount: number } | null;
  readonly upgradeSettings: {
    readonly maxSurge: string;
    readonly drainTimeoutInMinutes: number;
    readonly nodeSoakDurationInMinutes: number;
  };
  /** Changed by writes; everything else is as generated. */
  state: NodePoolState;
}

interface NodePoolState {
  /**
   * Whether it is of the type `VirtualMachines`. What Defender for Cloud finds stays filed at a scale set here: where it files
   * what it finds on the machines of such pools is not published.
   */
  hasSingleMachines: boolean;
  nodeImageVersion: string;
  /** When its nodes got their image; `null`: before the world began. */
  imageChangedAt: Date | null;
  provisioningState: "Succeeded" | "UpgradingNodeImageVersion" | "Failed";
  /** Name of a pod that a disruption budget keeps where it is, so that upgrades of the pool fail; `null`: none. */
  undrainablePod: string | null;
}

export interface Workload {
  readonly namespace: string;
  readonly name: string;
  readonly controller: "Deployment" | "DaemonSet" | "StatefulSet" | "CronJob";
  readonly serviceAccount: string;
  readonly image: Image;
  readonly pods: readonly Pod[];
}

export interface Image {
  /** Registry, repository and tag. */
  readonly reference: string;
  readonly digest: string;
  /** Names of package families in it, the operating system first; none: nothing in it can be vulnerable. */
  readonly families: readonly string[];
}

export interface Pod {
  readonly name: string;
  readonly container: string;
  readonly containerId: string;
  readonly node: string;
  readonly ip: string;
}

/** Where an alert is filed and how it stands. */
export interface AlertPlace {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  /** ARM ids that the alert names. */
  readonly resourceIds: readonly string[];
  readonly status: AlertStatusName;
  readonly spelling: WorldAlert["spelling"];
  readonly now: Date;
}

/** An alert once; Resource Graph and ARM each show it in their own spelling. */
export interface WorldAlert {
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly location: string;
  /** camelCase, as ARM returns them. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** How Resource Graph spells the properties. */
  readonly spelling: "PascalCase" | "camelCase";
  /** Changed by writes; everything else is as generated. */
  state: AlertState;
}

/** What Defender for Cloud found about one resource. */
export interface WorldAssessment {
  readonly id: string;
  /** Key of the recommendation. */
  readonly name: string;
  /** As Resource Graph shows them. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A row of `securityresources` as it is. */
export interface SecurityRow {
  readonly id: string;
  readonly name: string;
  /** In lower case, as Resource Graph has it. */
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What plans that are off would find. */
export interface Unseen extends SecurityFindings {
  /** Number of alerts that the main cluster would have. */
  readonly alerts: number;
  readonly seed: number;
}

/** Assessments, and the rows that belong to them. */
export interface SecurityFindings {
  readonly assessments: readonly WorldAssessment[];
  readonly rows: readonly SecurityRow[];
}
