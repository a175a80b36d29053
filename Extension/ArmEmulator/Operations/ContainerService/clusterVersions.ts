import type { ArmRequest } from "../../Server/arm";
import { asKnownIn, withUnknown, type Arrivals } from "../../Server/versionedBody";
import { clusterBody } from "../../World/ContainerService/clusterBody";
import type { Cluster, Json } from "../../World/world";

/**
 * Properties that came after 2020-09-01, by the models of azure-mgmt-containerservice up to 2022-11-01; then by the OpenAPI of 2024-09-01,
 * the oldest one at hand that has them, so that they may be some months older.
 */
const ofPools: Arrivals = {
  osSKU: "2021-03-01",
  currentOrchestratorVersion: "2022-04-01",
  "upgradeSettings.drainTimeoutInMinutes": "2024-09-01",
  "upgradeSettings.nodeSoakDurationInMinutes": "2024-09-01",
};

const ofClusters: Arrivals = {
  eTag: "2024-09-01",
  systemData: "2022-02-01",
  "properties.securityProfile": "2021-07-01",
  "properties.securityProfile.defender": "2022-06-01",
  "properties.currentKubernetesVersion": "2022-04-01",
  ...Object.fromEntries(
    Object.entries(ofPools).map(([path, since]) => [`properties.agentPoolProfiles.*.${path}`, since]),
  ),
};

const versionOf = ({ query }: ArmRequest) => query.get("api-version") ?? "";

/** A cluster as the asked api-version returns it. */
export function clusterAnswer(cluster: Cluster, request: ArmRequest): Json {
  return asKnownIn(versionOf(request), clusterBody(cluster), ofClusters);
}

/** The body of a PUT with what its api-version has no words for: that stays as it is. */
export function clusterWritten(written: Json, cluster: Cluster, request: ArmRequest): Json {
  return withUnknown(versionOf(request), written, clusterBody(cluster), ofClusters);
}

/** The properties of a pool as the asked api-version returns them. */
export function poolAnswer(properties: Json, request: ArmRequest): Json {
  return asKnownIn(versionOf(request), properties, ofPools);
}
