import type { Fact } from "../Core/label";
import type { AlertSeverity } from "../Core/level";

/** Life cycle of an alert, in the order in which it is worked on. */
export const alertStatuses = ["Active", "InProgress", "Resolved", "Dismissed"] as const;

export type AlertStatus = (typeof alertStatuses)[number];

/** What the grid needs to know of an alert. */
export interface Alert {
  /** ARM id of the alert. */
  readonly id: string;
  readonly title: string;
  readonly severity: AlertSeverity;
  /** `undefined` when the service reports a status this product does not know. */
  readonly status: AlertStatus | undefined;
  /** Name of the detection, for example `K8S.NODE_DriftDetection`. */
  readonly alertType: string;
  /** Start of the suspicious activity; `undefined` when the service gave none that can be read. */
  readonly startTime: Date | undefined;
  /** When Defender for Cloud last updated the alert. */
  readonly updatedTime: Date | undefined;
  /** What was attacked, by name: a node is called as Kubernetes calls it. Empty when not reported. */
  readonly compromisedEntity: string;
}

/** Whether an alert is still to be worked on. So is one whose status isn't known: nothing may be open unseen. */
export function isOpenAlert({ status }: Pick<Alert, "status">): boolean {
  return status !== "Resolved" && status !== "Dismissed";
}

/** Kinds of related entities in the order in which the details list them. */
export const entityKinds = [
  "account",
  "azureResource",
  "cluster",
  "namespace",
  "serviceAccount",
  "service",
  "workload",
  "pod",
  "container",
  "containerImage",
  "host",
  "ip",
  "dns",
  "process",
  "file",
  "fileHash",
  "malware",
  "other",
] as const;

export type EntityKind = (typeof entityKinds)[number];

/** A person, process or resource that took part in the suspicious activity. */
export interface Entity {
  readonly kind: EntityKind;
  /** What to call it: never a raw reference number. */
  readonly name: string;
  readonly facts: readonly Fact[];
  /** ARM id of the Azure resource that it is, such as an instance of a scale set. */
  readonly resourceId?: string;
  /** Of a workload: its kind as Kubernetes spells it, for example `StatefulSet`. */
  readonly workloadKind?: string;
}

/** Everything that Defender for Cloud reports about one alert. */
export interface AlertDetails extends Alert {
  readonly description: string;
  /** Steps in order, without numbers and without markup. */
  readonly mitigationSteps: readonly string[];
  readonly facts: readonly Fact[];
  /** MITRE ATT&CK tactics, for example `LateralMovement`. */
  readonly tactics: readonly string[];
  /** MITRE ATT&CK technique and sub-technique ids, for example `T1059.004`. */
  readonly techniques: readonly string[];
  readonly entities: readonly Entity[];
  /** ARM ids of the resources that the alert is about: the cluster, a scale set of its nodes or one of its instances. */
  readonly resourceIds: readonly string[];
  /** The entities as the service sent them, for suppression rules, the only place that reads these fields. */
  readonly rawEntities: readonly unknown[];
  /** Parts of the alert that could not be read, in words; empty when all of it was. */
  readonly unreadable: readonly string[];
  readonly endTime: Date | undefined;
  readonly generatedTime: Date | undefined;
  /** The alert's page in Defender for Cloud; `undefined` when none or not a Microsoft portal. */
  readonly portalLink: string | undefined;
}
