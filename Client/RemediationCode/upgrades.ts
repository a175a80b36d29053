import { apiVersion } from "../Core/apiVersionTable";
import type { ClusterScope } from "../Core/clusterScope";
import { azCommand, azSnippet, clusterOptions } from "./azCommand";
import { changeBicep, changeTerraform, type ClusterChange } from "./clusterChange";
import { placeholder, Reference } from "../Core/codeValue";
import { codeSnippet, type CodeSnippet, commentLines } from "./codeSnippet";
import { Comments } from "./Comments.resjson";
import { hclString } from "./hclText";

const nodeImageChannel: ClusterChange = {
  properties: { autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" } },
  parameters: [],
  azurerm: `node_os_upgrade_channel = "NodeImage"`,
  comments: [Comments.nodeImageChannel],
};

/** New machines for a node pool. An upgrade is an action, which a template cannot declare: Bicep keeps the images new instead. */
export function nodeImageUpgrade(pool: string, cluster: ClusterScope): readonly (CodeSnippet | undefined)[] {
  const az = azCommand(
    "az aks nodepool upgrade",
    ...clusterOptions(cluster, "cluster-name"),
    ["name", pool],
    ["node-image-only", true],
  );
  return [
    azSnippet("fixAz", commentLines("#", Comments.nodeImage), az),
    changeBicep(nodeImageChannel),
    codeSnippet("fixTerraform", nodeImageAction(pool, cluster)),
  ];
}

/** A newer Kubernetes for one node pool, which the reader chooses among those that the pool can have. */
export function nodePoolVersionUpgrade(
  pool: string,
  cluster: ClusterScope,
): readonly (CodeSnippet | undefined)[] {
  const place = clusterOptions(cluster, "cluster-name");
  return [
    azSnippet(
      "fixAz",
      commentLines("#", Comments.choose, Comments.kubernetesVersion, Comments.controlPlaneFirst),
      azCommand("az aks nodepool get-upgrades", ...place, ["nodepool-name", pool]),
      azCommand("az aks nodepool upgrade", ...place, ["name", pool], ["kubernetes-version", placeholder]),
    ),
  ];
}

function nodeImageAction(pool: string, { id }: ClusterScope): string {
  return (
    commentLines("#", Comments.nodeImageAction, Comments.nodeImage) +
    `resource "azapi_resource_action" "node_image" {\n` +
    `  type        = ${hclString(`Microsoft.ContainerService/managedClusters/agentPools@${apiVersion("managedClustersInCode")}`)}\n` +
    `  resource_id = ${hclString(`${id}/agentPools/${pool}`)}\n` +
    `  action      = "upgradeNodeImageVersion"\n` +
    `  method      = "POST"\n}\n`
  );
}

const newVersion: ClusterChange = {
  properties: { kubernetesVersion: new Reference("kubernetesVersion") },
  parameters: [{ name: "kubernetesVersion", type: "string" }],
  azurerm: "kubernetes_version",
  comments: [Comments.kubernetesVersion],
};

/** A newer Kubernetes, which the reader chooses among those that the cluster can have. */
export function clusterUpgrade(cluster: ClusterScope): readonly (CodeSnippet | undefined)[] {
  return [
    azSnippet(
      "fixAz",
      commentLines("#", Comments.choose, Comments.kubernetesVersion),
      ...upgradeCommands(cluster),
    ),
    changeBicep(newVersion),
    changeTerraform(newVersion, cluster),
  ];
}

/** What brings newer containers of AKS itself: a newer Kubernetes, or newer images of all nodes. */
export function aksContainerUpgrade(cluster: ClusterScope): readonly (CodeSnippet | undefined)[] {
  const images = azCommand("az aks upgrade", ...clusterOptions(cluster), ["node-image-only", true]);
  return [
    azSnippet(
      "fixAz",
      commentLines("#", Comments.aksContainer, Comments.choose, Comments.kubernetesVersion),
      ...upgradeCommands(cluster),
      commentLines("#", Comments.allNodeImages),
      images,
    ),
    changeBicep(newVersion),
    changeTerraform(newVersion, cluster),
  ];
}

function upgradeCommands(cluster: ClusterScope): readonly (string | undefined)[] {
  return [
    azCommand("az aks get-upgrades", ...clusterOptions(cluster)),
    azCommand("az aks upgrade", ...clusterOptions(cluster), ["kubernetes-version", placeholder]),
  ];
}
