import { createHash } from "node:crypto";
import { apiVersions } from "../../Server/apiVersions";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { clusterBody } from "../../World/ContainerService/clusterBody";
import { partOf } from "../../World/jsonParts";
import type { Cluster } from "../../World/world";
import { clusterIdOf, clusterPath, findCluster } from "./clusters";

type Who = "Admin" | "User";

/**
 * What `az aks get-credentials` asks for, with `--admin` and without. Where the files point to, nothing listens: the emulator is ARM, and
 * has no API servers behind it.
 */
export const clusterCredentialOperations: readonly Operation[] = (["Admin", "User"] as const).map((who) => ({
  method: "POST",
  path: `${clusterPath}/listCluster${who}Credential`,
  apiVersions: apiVersions.managedClusters,
  action: `Microsoft.ContainerService/managedClusters/listCluster${who}Credential/action`,
  scope: clusterIdOf,
  handle: (context) => credentials(context, who),
}));

function credentials(context: ArmContext, who: Who): ArmResponse {
  const cluster = findCluster(context);
  const { properties } = clusterBody(cluster);
  if (partOf(properties, "disableLocalAccounts") === true && !(who === "User" && hasEntra(properties))) {
    // Code and words as engineers quote them (Azure/AKS issues).
    throw new ArmError(
      400,
      "BadRequest",
      "Getting static credential is not allowed because this cluster is set to disable local accounts.",
    );
  }
  const file = { name: `cluster${who}`, value: Buffer.from(kubeconfig(cluster, who)).toString("base64") };
  return { status: 200, body: { kubeconfigs: [file] } };
}

const hasEntra = (properties: unknown) => partOf(properties, "aadProfile", "managed") === true;

/** JSON is YAML as well. */
function kubeconfig({ id, name, resourceGroup, location }: Cluster, who: Who): string {
  const user = `cluster${who}_${resourceGroup}_${name}`;
  const context = who === "Admin" ? `${name}-admin` : name;
  const server = `https://${name}.hcp.${location}.azmk8s.io:443`;
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster: { server } }],
    users: [{ name: user, user: { token: createHash("sha512").update(`${id} ${who}`).digest("hex") } }],
    contexts: [{ name: context, context: { cluster: name, user } }],
    "current-context": context,
    preferences: {},
  });
}
