import type { EntityKind } from "../../../Client/Alerts/alert";
import { Investigation } from "./Investigation.resjson";

/** How the details name the kinds of entities that an alert is about. */
export const entityKindLabels: Readonly<Record<EntityKind, string>> = {
  account: Investigation.kindAccount,
  azureResource: Investigation.kindAzureResource,
  cluster: Investigation.kindCluster,
  namespace: Investigation.kindNamespace,
  serviceAccount: Investigation.kindServiceAccount,
  service: Investigation.kindService,
  workload: Investigation.kindWorkload,
  pod: Investigation.kindPod,
  container: Investigation.kindContainer,
  containerImage: Investigation.kindContainerImage,
  host: Investigation.kindHost,
  ip: Investigation.kindIp,
  dns: Investigation.kindDns,
  process: Investigation.kindProcess,
  file: Investigation.kindFile,
  fileHash: Investigation.kindFileHash,
  malware: Investigation.kindMalware,
  other: Investigation.kindOther,
};
