import type { ClusterScope } from "../Core/clusterScope";
import { format } from "../Core/format";
import { bicepValue, clusterTypeInCode } from "../Core/bicepText";
import { codeSnippet, type CodeSnippet, commentLines } from "./codeSnippet";
import { Reference, type CodeObject } from "../Core/codeValue";
import { Comments } from "./Comments.resjson";
import { hclString, hclValue, hclVariable } from "./hclText";

/** A change of properties of the cluster itself. */
export interface ClusterChange {
  /** What to add to `properties` of Microsoft.ContainerService/managedClusters. */
  readonly properties: CodeObject;
  /** What the reader chooses. The properties refer to them by name. */
  readonly parameters: readonly ChangeParameter[];
  /** Argument of `azurerm_kubernetes_cluster` that does the same. */
  readonly azurerm: string;
  readonly comments: readonly string[];
}

interface ChangeParameter {
  readonly name: string;
  readonly type: "string" | "string[]";
}

/** The properties as a variable: deployed by itself by mistake, it changes nothing. */
export function changeBicep({ properties, parameters, comments }: ClusterChange): CodeSnippet {
  return codeSnippet(
    "fixBicep",
    commentLines("//", Comments.bicepMerge, Comments.bicepUnion, ...comments) +
      bicepParameters(parameters) +
      `var remediation = ${bicepValue(properties)}\n`,
  );
}

/** `azapi_update_resource` reads, merges and writes, as the change needs. */
export function changeTerraform(
  { properties, parameters, azurerm, comments }: ClusterChange,
  { id }: ClusterScope,
): CodeSnippet {
  return codeSnippet(
    "fixTerraform",
    commentLines("#", format(Comments.azapiMerge, azurerm), ...comments) +
      hclVariables(parameters) +
      `resource "azapi_update_resource" "aks_remediation" {\n` +
      `  type        = ${hclString(clusterTypeInCode)}\n` +
      `  resource_id = ${hclString(id)}\n` +
      `  body        = ${hclValue({ properties }, "  ")}\n}\n`,
  );
}

export function bicepParameters(parameters: readonly ChangeParameter[]): string {
  return parameters.map(({ name, type }) => `param ${name} ${type}\n`).join("");
}

export function hclVariables(parameters: readonly ChangeParameter[]): string {
  return parameters
    .map(({ name, type }) => {
      const hclType = type === "string" ? "string" : "list(string)";
      return `variable "${hclVariable(name)}" {\n  type = ${hclType}\n}\n\n`;
    })
    .join("");
}

export const workspaceParameter: ChangeParameter = { name: "workspaceId", type: "string" };
export const workspaceReference = new Reference(workspaceParameter.name);
