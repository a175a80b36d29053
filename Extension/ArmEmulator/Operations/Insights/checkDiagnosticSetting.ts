import { ArmError } from "../../Server/arm";
import type { ArmContext } from "../../Server/operation";
import { mayDo } from "../../Server/rights";
import { logCategories } from "../../World/Insights/diagnosticSettings";
import { isJson, listOf, partOf } from "../../World/jsonParts";
import type { Json } from "../../World/world";

const categoryGroups = ["alllogs", "audit"];
/** As Azure Monitor documents. */
const mostSettings = 5;
const destinations = [
  "workspaceId",
  "storageAccountId",
  "eventHubAuthorizationRuleId",
  "marketplacePartnerId",
];

/**
 * The properties of a diagnostic setting. Throws ARM's refusal that names what is wrong. `present` are the settings that the
 * cluster has. The codes and texts are in the manner of Azure Monitor; only those of the conflict and of the missing right
 * have been seen.
 */
export function checkDiagnosticSetting(name: string, context: ArmContext, present: readonly Json[]): Json {
  const properties = partOf(context.request.body, "properties");
  if (!isJson(properties)) {
    throw badRequest("The request body must have properties.");
  }
  if (!destinations.some((destination) => typeof properties[destination] === "string")) {
    throw badRequest(`At least one data sink needs to be specified: ${destinations.join(", ")}.`);
  }
  checkLogs(properties);
  checkWorkspace(properties, context);
  const others = present.filter((setting) => String(setting.name).toLowerCase() !== name.toLowerCase());
  if (others.length === present.length && present.length >= mostSettings) {
    throw badRequest(`The resource has ${mostSettings} diagnostic settings, which is the limit.`);
  }
  checkSinks(properties, others);
  return properties;
}

function badRequest(message: string): ArmError {
  return new ArmError(400, "BadRequest", message);
}

function checkLogs(properties: Json): void {
  const kinds = new Set<string>();
  for (const log of listOf(properties.logs)) {
    const [category, group] = [partOf(log, "category"), partOf(log, "categoryGroup")];
    if (typeof partOf(log, "enabled") !== "boolean") {
      throw badRequest("A log must say whether it is enabled.");
    }
    if (typeof group === "string" && !categoryGroups.includes(group.toLowerCase())) {
      throw badRequest(`Category group '${group}' is not supported.`);
    }
    if (typeof group !== "string" && !logCategories.includes(String(category).toLowerCase())) {
      throw badRequest(`Category '${String(category)}' is not supported.`);
    }
    kinds.add(typeof group === "string" ? "group" : "category");
  }
  if (kinds.size > 1) {
    throw badRequest("Categories and category groups cannot be used in one diagnostic setting.");
  }
}

/** The workspace must exist, and the caller needs the right to send logs to it. */
function checkWorkspace({ workspaceId }: Json, { world, roles, request }: ArmContext): void {
  if (typeof workspaceId !== "string") {
    return;
  }
  const workspace = world.workspaces.find(({ id }) => id.toLowerCase() === workspaceId.toLowerCase());
  if (!workspace) {
    throw new ArmError(400, "ResourceNotFound", `The workspace '${workspaceId}' was not found.`);
  }
  const action = "Microsoft.OperationalInsights/workspaces/sharedKeys/action";
  if (!mayDo(roles, action, workspace.id)) {
    const { name, objectId } = world.engineer;
    throw new ArmError(
      403,
      "LinkedAuthorizationFailed",
      `The client '${name}' with object id '${objectId}' has permission to perform action 'Microsoft.Insights/diagnosticSettings/write' on scope '${request.path}'; however, it does not have permission to perform action(s) '${action}' on the linked scope(s) '${workspace.id}' (respectively) or the linked scope(s) are invalid.`,
    );
  }
}

/** One category may go to one workspace only once. */
function checkSinks(properties: Json, others: readonly Json[]): void {
  const sinksOf = (setting: unknown) =>
    listOf(partOf(setting, "logs"))
      .filter((log) => partOf(log, "enabled") === true)
      .map((log) =>
        `${String(partOf(setting, "workspaceId"))} ${String(partOf(log, "category"))}`.toLowerCase(),
      );
  const own = typeof properties.workspaceId === "string" ? sinksOf(properties) : [];
  const other = others.find((setting) => sinksOf(setting.properties).some((sink) => own.includes(sink)));
  if (other) {
    throw new ArmError(
      409,
      "Conflict",
      `Data sink '${String(properties.workspaceId)}' is already used in diagnostic setting '${String(other.name)}' for a category that is asked for. Data sinks can't be reused in different settings on the same category for the same resource.`,
    );
  }
}
