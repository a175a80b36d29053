import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { settingsOf } from "../../World/Insights/diagnosticSettings";
import { writeSetting } from "../../World/ContainerService/writeCluster";
import type { Json } from "../../World/world";
import { checkDiagnosticSetting } from "./checkDiagnosticSetting";
import { clusterPath, findCluster } from "../ContainerService/clusters";

const operation = (
  method: Operation["method"],
  right: "read" | "write",
  rest: "" | "/{settingName}",
  handle: Operation["handle"],
): Operation => ({
  method,
  path: `${clusterPath}/providers/Microsoft.Insights/diagnosticSettings${rest}`,
  apiVersions: ["2021-05-01-preview"],
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
];

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

/** 200 for a new one too: the OpenAPI has no 201. What the body says is kept, all of it. */
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
