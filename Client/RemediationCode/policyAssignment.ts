import { apiVersion } from "../Core/apiVersionTable";
import type { ClusterScope } from "../Core/clusterScope";
import { wellFormed } from "../Core/visibleText";
import { azCommand, azSnippet } from "./azCommand";
import { bicepString, bicepValue } from "../Core/bicepText";
import { builtInPolicies } from "../Core/builtInPolicies";
import { codeSnippet, type CodeSnippet, commentLines } from "./codeSnippet";
import type { CodeObject } from "../Core/codeValue";
import { Comments } from "./Comments.resjson";
import { hclString, hclValue } from "./hclText";

/** A policy to assign to the resource group: the Azure Policy add-on knows no smaller scope. */
interface Assignment {
  readonly name: string;
  readonly displayName: string;
  /** GUID of the definition. */
  readonly definition: string;
  /** Its ARM id. */
  readonly definitionId: string;
  /** As ARM wants them: each value in an object of its own. */
  readonly parameters: CodeObject;
  /** False: the definition is not known here, and keeps its default parameters. */
  readonly isKnown: boolean;
  readonly comment: string;
}

/** Azure cuts no display name: it refuses one of more than 128 characters. */
const longestDisplayName = 128;

/** The assignment of the policy behind a recommendation; `undefined` without a policy. */
export function assignmentOf(
  key: string,
  title: string,
  policyId: string | undefined,
): Assignment | undefined {
  const builtIn = builtInPolicies.get(key.toLowerCase());
  const id = policyId ?? builtIn?.policyId;
  if (id === undefined) {
    return undefined;
  }
  const known = builtIn?.policyId === id.toLowerCase() ? builtIn : undefined;
  return {
    name: `aks-${id.replace(/[^0-9A-Za-z]/g, "").slice(0, 8)}`,
    displayName: [...wellFormed(title)].slice(0, longestDisplayName).join(""),
    definition: id,
    definitionId: `/providers/Microsoft.Authorization/policyDefinitions/${id}`,
    isKnown: known !== undefined,
    ...(known
      ? {
          parameters: wrapped({ effect: known.needsChoice ? "Audit" : "Deny", ...known.parameters }),
          comment: known.needsChoice ? Comments.policyChoose : Comments.policyDeny,
        }
      : { parameters: {}, comment: Comments.policyDefaults }),
  };
}

function wrapped(parameters: CodeObject): CodeObject {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));
}

export function assignmentSnippets(
  assignment: Assignment,
  cluster: ClusterScope,
): readonly (CodeSnippet | undefined)[] {
  return [
    assignmentAz(assignment, cluster),
    codeSnippet("policyBicep", assignmentBicep(assignment)),
    codeSnippet("policyTerraform", assignmentTerraform(assignment, cluster)),
  ];
}

/** The CLI takes an ARM id of a subscription only: one of the tenant, such as that of a built-in definition, it looks up as a name. */
function assignmentAz(
  { name, displayName, definition, parameters, comment }: Assignment,
  { subscriptionId, resourceGroupId }: ClusterScope,
): CodeSnippet | undefined {
  return azSnippet(
    "policyAz",
    commentLines("#", comment),
    azCommand(
      "az policy assignment create",
      ["subscription", subscriptionId],
      ["name", name],
      ["display-name", displayName],
      ["scope", resourceGroupId],
      ["policy", definition],
      ["params", JSON.stringify(parameters)],
    ),
  );
}

function assignmentBicep({ name, displayName, definitionId, parameters, comment }: Assignment): string {
  return (
    commentLines("//", comment) +
    `resource assignment 'Microsoft.Authorization/policyAssignments@${apiVersion("policyAssignmentsInBicep")}' = {\n` +
    `  name: ${bicepString(name)}\n` +
    `  properties: ${bicepValue({ displayName, policyDefinitionId: definitionId, parameters }, "  ")}\n}\n`
  );
}

function assignmentTerraform(
  { name, displayName, definitionId, parameters, comment }: Assignment,
  { resourceGroupId }: ClusterScope,
): string {
  return (
    commentLines("#", comment) +
    `resource "azurerm_resource_group_policy_assignment" "aks" {\n` +
    `  name                 = ${hclString(name)}\n` +
    `  display_name         = ${hclString(displayName)}\n` +
    `  resource_group_id    = ${hclString(resourceGroupId)}\n` +
    `  policy_definition_id = ${hclString(definitionId)}\n` +
    `  parameters           = jsonencode(${hclValue(parameters, "  ")})\n}\n`
  );
}
