import type { ClusterScope } from "../Core/clusterScope";
import { azCommand, azSnippet, clusterOptions } from "./azCommand";
import {
  changeBicep,
  changeTerraform,
  workspaceParameter,
  workspaceReference,
  type ClusterChange,
} from "./clusterChange";
import { placeholder, Reference } from "../Core/codeValue";
import { type CodeSnippet, commentLines } from "./codeSnippet";
import { Comments } from "./Comments.resjson";
import { diagnosticSnippets } from "./diagnosticLogs";
import { shellWord } from "../Core/shellWord";
import { isVisible } from "../Core/visibleText";

type ClusterFix = (cluster: ClusterScope) => readonly (CodeSnippet | undefined)[];

const policyAddOn: ClusterChange = {
  properties: { addonProfiles: { azurepolicy: { enabled: true } } },
  parameters: [],
  azurerm: "azure_policy_enabled = true",
  comments: [],
};

const defenderProfile: ClusterChange = {
  properties: {
    securityProfile: {
      defender: {
        logAnalyticsWorkspaceResourceId: workspaceReference,
        securityMonitoring: { enabled: true },
      },
    },
  },
  parameters: [workspaceParameter],
  azurerm: "microsoft_defender { log_analytics_workspace_id }",
  comments: [],
};

const authorizedRanges: ClusterChange = {
  properties: { apiServerAccessProfile: { authorizedIPRanges: new Reference("authorizedIpRanges") } },
  parameters: [{ name: "authorizedIpRanges", type: "string[]" }],
  azurerm: "api_server_access_profile { authorized_ip_ranges }",
  comments: [Comments.privateCluster],
};

/** ARM id of a workspace that the reader chooses. */
function chosenWorkspace({ subscriptionScope }: ClusterScope): string {
  return `${subscriptionScope}/resourceGroups/${placeholder}/providers/Microsoft.OperationalInsights/workspaces/${placeholder}`;
}

const snippetsOf = (change: ClusterChange, cluster: ClusterScope, az: CodeSnippet | undefined) => [
  az,
  changeBicep(change),
  changeTerraform(change, cluster),
];

const fixPolicyAddOn: ClusterFix = (cluster) =>
  snippetsOf(
    policyAddOn,
    cluster,
    azSnippet(
      "fixAz",
      "",
      azCommand("az aks enable-addons", ...clusterOptions(cluster), ["addons", "azure-policy"]),
    ),
  );

/** The Azure CLI reads the workspace from a JSON file (azure-cli, `get_defender_config`). */
const fixDefenderProfile: ClusterFix = (cluster) => {
  const file = "defender-config.json";
  const content = JSON.stringify({ logAnalyticsWorkspaceResourceId: chosenWorkspace(cluster) });
  return snippetsOf(
    defenderProfile,
    cluster,
    azSnippet(
      "fixAz",
      commentLines("#", Comments.choose, Comments.defenderWorkspace),
      isVisible(content) ? `printf '%s\\n' ${shellWord(content)} > ${file}\n` : undefined,
      azCommand(
        "az aks update",
        ...clusterOptions(cluster),
        ["enable-defender", true],
        ["defender-config", file],
      ),
    ),
  );
};

const fixAuthorizedRanges: ClusterFix = (cluster) =>
  snippetsOf(
    authorizedRanges,
    cluster,
    azSnippet(
      "fixAz",
      commentLines("#", Comments.choose, Comments.privateCluster),
      azCommand("az aks update", ...clusterOptions(cluster), [
        "api-server-authorized-ip-ranges",
        placeholder,
      ]),
    ),
  );

/** Fixes of recommendations about the cluster itself that work on an existing cluster, by recommendation key. */
const fixes: ReadonlyMap<string, ClusterFix> = new Map([
  ["08e628db-e2ed-4793-bc91-d13e684401c3", fixPolicyAddOn],
  ["56a83a6e-c417-42ec-b567-1e6fcb3d09a9", fixDefenderProfile],
  ["1a2b5b4c-f80d-46e7-ac81-b51a9fb363de", fixAuthorizedRanges],
  [
    "bb318338-de6a-42ff-8428-8274c897d564",
    (cluster) => diagnosticSnippets(cluster, chosenWorkspace(cluster)),
  ],
]);

export function isClusterFix(key: string): boolean {
  return fixes.has(key.toLowerCase());
}

/** `undefined` when the recommendation isn't about the cluster itself, or can't be fixed on an existing one. */
export function clusterFix(
  key: string,
  cluster: ClusterScope,
): readonly (CodeSnippet | undefined)[] | undefined {
  return fixes.get(key.toLowerCase())?.(cluster);
}

/** "Role-Based Access Control should be used": AKS takes `enableRBAC` at creation only. */
const rbacKey = "b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9";

export function isFixedAtCreation(key: string): boolean {
  return key.toLowerCase() === rbacKey;
}
