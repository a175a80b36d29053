import { apiVersions } from "../../Server/apiVersions";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { logCategories, settingsOf } from "../../World/Insights/diagnosticSettings";
import { removeSetting, writeSetting } from "../../World/ContainerService/writeCluster";
import type { Cluster, Json } from "../../World/world";
import { checkDiagnosticSetting } from "./checkDiagnosticSetting";
import { clusterPath, findCluster } from "../ContainerService/clusters";

const operation = (
  method: Operation["method"],
  right: "read" | "write" | "delete",
  rest: "" | "/{settingName}",
  handle: Operation["handle"],
): Operation => ({
  method,
  path: `${clusterPath}/providers/Microsoft.Insights/diagnosticSettings${rest}`,
  apiVersions: apiVersions.diagnosticSettings,
  action: `Microsoft.Insights/diagnosticSettings/${right}`,
  handle,
});

/** Where a cluster sends the logs of its control plane. */
export const diagnosticSettingOperations: readonly Operation[] = [
  operation("GET", "read", "", (context) => ({
    status: 200,
    body: { value: settingsOf(findCluster(context)) },
  })),
  operation("GET", "read", "/{settingName}", getSetting),
  operation("PUT", "write", "/{settingName}", putSetting),
  operation("DELETE", "delete", "/{settingName}", deleteSetting),
  readCategories("", (context) => ({ status: 200, body: { value: categoriesOf(findCluster(context)) } })),
  readCategories("/{category}", (context) => ({ status: 200, body: findCategory(context) })),
];

function readCategories(rest: "" | "/{category}", handle: Operation["handle"]): Operation {
  return {
    method: "GET",
    path: `${clusterPath}/providers/Microsoft.Insights/diagnosticSettingsCategories${rest}`,
    apiVersions: apiVersions.diagnosticSettings,
    action: "Microsoft.Insights/diagnosticSettingsCategories/read",
    handle,
  };
}

/** The category that the path names. Throws ARM's 404 when there is none. */
function findCategory(context: ArmContext): Json {
  const { category = "" } = context.place;
  const found = categoriesOf(findCluster(context)).find(
    ({ name }) => String(name).toLowerCase() === category.toLowerCase(),
  );
  if (!found) {
    throw new ArmError(404, "ResourceNotFound", `The diagnostic category '${category}' was not found.`);
  }
  return found;
}

function categoriesOf({ id }: Cluster): readonly Json[] {
  const all = [
    ...logCategories.map((name) => ({ name, categoryType: "Logs" })),
    { name: "AllMetrics", categoryType: "Metrics" },
  ];
  return all.map(({ name, categoryType }) => ({
    id: `${id}/providers/microsoft.insights/diagnosticSettingsCategories/${name}`,
    name,
    type: "Microsoft.Insights/diagnosticSettingsCategories",
    properties: { categoryType },
  }));
}

/** 204 for one that there is not. */
function deleteSetting(context: ArmContext): ArmResponse {
  const name = nameOf(findSetting(context));
  if (name === undefined) {
    return { status: 204 };
  }
  removeSetting(findCluster(context), name, context.now);
  return { status: 200 };
}

function getSetting(context: ArmContext): ArmResponse {
  const setting = findSetting(context);
  if (!setting) {
    throw new ArmError(
      404,
      "ResourceNotFound",
      `The diagnostic setting '${context.place.settingName ?? ""}' was not found.`,
    );
  }
  return { status: 200, body: setting };
}

/** Answers 200 for a new setting too, since the OpenAPI has no 201. Keeps the whole body, unknown properties included. */
function putSetting(context: ArmContext): ArmResponse {
  const cluster = findCluster(context);
  const name = nameOf(findSetting(context)) ?? context.place.settingName ?? "";
  const properties = checkDiagnosticSetting(name, context, settingsOf(cluster));
  writeSetting(cluster, { name, properties }, context.now);
  return getSetting(context);
}

function findSetting(context: ArmContext): Json | undefined {
  const wanted = (context.place.settingName ?? "").toLowerCase();
  return settingsOf(findCluster(context)).find((setting) => nameOf(setting)?.toLowerCase() === wanted);
}

function nameOf(setting: Json | undefined): string | undefined {
  return typeof setting?.name === "string" ? setting.name : undefined;
}
