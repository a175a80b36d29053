import type { ArmPath } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import type { JsonRecord } from "../Core/json";
import type { Right } from "../Core/rbac";
import type { LogWorkspaceChoice, WorkspaceInput } from "./logWorkspace";

/** What each fix needs to be told. */
export interface FixInputs {
  readonly policyAddOn: Readonly<Record<never, never>>;
  readonly defenderProfile: { readonly workspace: WorkspaceInput };
  readonly authorizedIpRanges: IpRangesInput;
  readonly diagnosticLogs: DiagnosticLogsInput;
}

export interface IpRangesInput {
  /** IPv4 addresses and ranges in CIDR notation, as typed. */
  readonly ranges: readonly string[];
  /** The public address that the engineer's calls come from; `undefined` when it is not known. */
  readonly callerIp: string | undefined;
}

interface DiagnosticLogsInput {
  /** ARM id of a Log Analytics workspace. */
  readonly workspaceId: string;
  /** Log categories to enable; those that are already enabled stay so. */
  readonly categories: readonly string[];
}

/** The cluster as it is now, raw, with what fixes need to know around it. */
export interface LiveCluster {
  readonly scope: ClusterScope;
  /** The whole ARM body of the cluster, with the properties that this product doesn't know. */
  readonly body: JsonRecord;
  /** For `If-Match`; `undefined` when the service gave none. */
  readonly etag: string | undefined;
  /** Raw diagnostic settings of the cluster; `undefined` when the fix does not read them. */
  readonly diagnosticSettings: readonly JsonRecord[] | undefined;
  /** Workspaces of the subscription to choose from; `undefined` when the fix needs none. */
  readonly workspaces: readonly LogWorkspaceChoice[] | undefined;
  /** How many more workspaces there are that could not be read. */
  readonly unreadableWorkspaces: number;
}

export type FixResource = "cluster" | "diagnosticSetting" | "workspace" | "resourceGroup";

/** One property that a fix changes. */
export interface FixChange {
  readonly resource: FixResource;
  /** As ARM spells it, `properties.addonProfiles.azurepolicy.enabled`; the ARM id of a resource that is created. */
  readonly path: string;
  /** JSON; `undefined`: it is not there. */
  readonly before: unknown;
  /** JSON; `undefined`: it is taken away. */
  readonly after: unknown;
}

/** One PUT. */
export interface FixWrite {
  readonly resource: FixResource;
  readonly path: ArmPath;
  readonly body: JsonRecord;
  /** Whether a resource that is there already is left as it is. */
  readonly onlyIfMissing: boolean;
}

/** Why a fix cannot be carried out, before anything is sent. */
export type FixRefusalCode =
  | "alreadyFixed"
  | "unreadableCluster"
  /** AKS takes no change of a cluster that is stopped. */
  | "clusterStopped"
  | "clusterDeleting"
  /** `details`: the text that isn't an id of a Log Analytics workspace. */
  | "notAWorkspace"
  /** `details`: the region for which Microsoft documents no default workspace. */
  | "noDefaultWorkspace"
  | "privateCluster"
  | "basicLoadBalancer"
  /** `details`: names of node pools whose public addresses come from no prefix. */
  | "nodePublicIps"
  | "noRanges"
  /** `details`: the ranges that are none; `ipRangeProblem` says what is wrong with each. */
  | "invalidRanges"
  /** `details`: how many are allowed. */
  | "tooManyRanges"
  | "noCategories"
  /** `details`: the categories that AKS does not have. */
  | "unknownCategories"
  | "tooManySettings"
  /** `details`: category groups that are on in the setting; Azure Monitor refuses single logs beside them. */
  | "logGroupInUse"
  /** `details`: the other setting that sends one of the logs to the workspace. */
  | "logSentTwice"
  /** Older settings keep logs in a storage account for too short a time, and the fix would not change that. */
  | "stillUnhealthy";

/** What the user should know before applying a fix. */
export type FixWarningCode =
  /** `details`: what AKS is doing with the cluster; it takes one change at a time. */
  | "clusterBusy"
  /** `details`: how the cluster's last change ended. */
  | "clusterFailed"
  /** No log comes from a stopped cluster. */
  | "noLogsWhileStopped"
  /** `details`: region of the workspace, region of the cluster. */
  | "otherRegion"
  /** The workspace is in another subscription, was deleted, or may not be read. */
  | "unlistedWorkspace"
  /** `details`: the workspace that the cluster named until now. */
  | "replacesWorkspace"
  /** `details`: the caller's address, which no range covers. */
  | "callerLockedOut"
  | "callerUnknown"
  /** Only the cluster itself gets in: 0.0.0.0/32 stands for its own outbound address. */
  | "onlyOwnEgress"
  /** `details`: the outbound type whose addresses AKS does not add by itself. */
  | "egressNotAdded"
  /** `details`: ranges that aren't on the internet, so they grant no access. */
  | "privateRanges"
  /** `details`: ranges of 16 million addresses and more. */
  | "wideRanges"
  /** `details`: node pools whose public IP prefixes have to be among the ranges. */
  | "nodePrefixes"
  | "auditLogTwice"
  | "auditLogVolume";

export interface FixNote<Code extends string> {
  readonly code: Code;
  readonly details: readonly string[];
}

export type FixPlan = { readonly kind: "refused"; readonly refusal: FixNote<FixRefusalCode> } | FixReady;

export interface FixReady {
  readonly kind: "ready";
  /** What will be different, for people to read. Everything else stays as it is. */
  readonly changes: readonly FixChange[];
  readonly warnings: readonly FixNote<FixWarningCode>[];
  /** In this order. */
  readonly writes: readonly FixWrite[];
  /** Everything that the writes take. */
  readonly rights: readonly Right[];
}

/** The quick fix of one recommendation. */
export interface QuickFix<Input> {
  /** Key of the recommendation. */
  readonly recommendation: string;
  /** What it reads beside the cluster. */
  readonly reads: readonly ("diagnosticSettings" | "workspaces")[];
  /** Rights that it needs with any input; a plan may need more. */
  rights(cluster: ClusterScope): readonly Right[];
  /** Whether the recommendation should turn healthy, by the rule of the policy behind it. */
  isFixed(live: LiveCluster): boolean;
  plan(live: LiveCluster, input: Input): FixPlan;
}

export function refused(code: FixRefusalCode, ...details: readonly string[]): FixPlan {
  return { kind: "refused", refusal: { code, details } };
}
