import { apiVersion } from "../Core/apiVersionTable";
import type { ClusterScope } from "../Core/clusterScope";
import { azCommand, azSnippet } from "./azCommand";
import { bicepCluster, bicepValue } from "../Core/bicepText";
import { bicepParameters, hclVariables, workspaceParameter, workspaceReference } from "./clusterChange";
import { codeSnippet, type CodeSnippet, commentLines } from "./codeSnippet";
import { Comments } from "./Comments.resjson";
import { hclString, hclValue } from "./hclText";

const settingName = "aks-security-logs";

/** What an investigation needs: changes through the API server, sign-ins, and the API server's own log. */
const categories = ["kube-audit-admin", "guard", "kube-apiserver"];

const logs = categories.map((category) => ({ category, enabled: true }));

/** A diagnostic setting is a resource of its own: it can be deployed without touching the cluster. */
export function diagnosticSnippets(
  cluster: ClusterScope,
  workspaceId: string,
): readonly (CodeSnippet | undefined)[] {
  return [
    diagnosticAz(cluster, workspaceId),
    codeSnippet("fixBicep", diagnosticBicep(cluster)),
    codeSnippet("fixTerraform", diagnosticTerraform(cluster)),
  ];
}

function diagnosticAz({ id, subscriptionId }: ClusterScope, workspaceId: string): CodeSnippet | undefined {
  return azSnippet(
    "fixAz",
    commentLines("#", Comments.choose, Comments.auditCategories),
    azCommand(
      "az monitor diagnostic-settings create",
      ["subscription", subscriptionId],
      ["name", settingName],
      ["resource", id],
      ["workspace", workspaceId],
      ["export-to-resource-specific", "true"],
      ["logs", JSON.stringify(logs)],
    ),
  );
}

function diagnosticBicep(cluster: ClusterScope): string {
  const properties = bicepValue(
    { workspaceId: workspaceReference, logAnalyticsDestinationType: "Dedicated", logs },
    "  ",
  );
  return (
    commentLines("//", Comments.auditCategories) +
    bicepParameters([workspaceParameter]) +
    `\n${bicepCluster(cluster.name)}\n` +
    `resource diagnostics 'Microsoft.Insights/diagnosticSettings@${apiVersion("diagnosticSettings")}' = {\n` +
    `  name: '${settingName}'\n  scope: cluster\n  properties: ${properties}\n}\n`
  );
}

function diagnosticTerraform({ id }: ClusterScope): string {
  const blocks = categories.map(
    (category) => `\n  enabled_log {\n    category = ${hclString(category)}\n  }\n`,
  );
  return (
    commentLines("#", Comments.auditCategories) +
    hclVariables([workspaceParameter]) +
    `resource "azurerm_monitor_diagnostic_setting" "aks_security_logs" {\n` +
    `  name                           = "${settingName}"\n` +
    `  target_resource_id             = ${hclString(id)}\n` +
    `  log_analytics_workspace_id     = ${hclValue(workspaceReference)}\n` +
    `  log_analytics_destination_type = "Dedicated"\n${blocks.join("")}}\n`
  );
}
