import type { AlertStatus, EntityKind } from "../../../Client/Alerts/alert";
import { Alerts } from "./Alerts.resjson";

export const statusLabels: Readonly<Record<AlertStatus, string>> = {
  Active: Alerts.statusActive,
  InProgress: Alerts.statusInProgress,
  Resolved: Alerts.statusResolved,
  Dismissed: Alerts.statusDismissed,
};

export function statusLabel(status: AlertStatus | undefined): string {
  return status ? statusLabels[status] : Alerts.statusUnknown;
}

export const entityKindLabels: Readonly<Record<EntityKind, string>> = {
  account: Alerts.kindAccount,
  azureResource: Alerts.kindAzureResource,
  cluster: Alerts.kindCluster,
  namespace: Alerts.kindNamespace,
  serviceAccount: Alerts.kindServiceAccount,
  service: Alerts.kindService,
  workload: Alerts.kindWorkload,
  pod: Alerts.kindPod,
  container: Alerts.kindContainer,
  containerImage: Alerts.kindContainerImage,
  host: Alerts.kindHost,
  ip: Alerts.kindIp,
  dns: Alerts.kindDns,
  process: Alerts.kindProcess,
  file: Alerts.kindFile,
  fileHash: Alerts.kindFileHash,
  malware: Alerts.kindMalware,
  other: Alerts.kindOther,
};
