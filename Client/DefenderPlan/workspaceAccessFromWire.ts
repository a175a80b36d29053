import { isRecord, recordOf, textOf } from "../Core/json";
import type { WorkspaceAccess } from "./coverageService";

/**
 * Reads a Log Analytics workspace (Microsoft.OperationalInsights 2021-06-01). `undefined` when it isn't one.
 *
 * Assumption, here alone: a workspace that doesn't have `disableLocalAuth`, or has null there, takes its keys, which is the documented
 * default; and one that doesn't have `publicNetworkAccessForIngestion` takes data from everywhere.
 */
export function workspaceAccessFromWire(body: unknown): WorkspaceAccess | undefined {
  const properties = recordOf(body).properties;
  if (!isRecord(properties)) {
    return undefined;
  }
  return {
    refusesKeys: recordOf(properties.features).disableLocalAuth === true,
    isPrivate: textOf(properties.publicNetworkAccessForIngestion)?.toLowerCase() === "disabled",
    state: textOf(properties.provisioningState),
  };
}
