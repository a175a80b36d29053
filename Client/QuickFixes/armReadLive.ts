import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { itemsOf } from "../Azure/ResourceGraph/findingsPage";
import { getArm, type ArmResource } from "../Azure/Arm/armCalls";
import { listArm } from "../Azure/Arm/armLists";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { runWholeQuery } from "../Azure/ResourceGraph/runResourceGraph";
import { isIdSegment } from "../Core/armNames";
import { armPath } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import { isRecord, recordOf, textOf, type JsonRecord } from "../Core/json";
import type { LiveCluster, QuickFix } from "./quickFix";
import { listWorkspacesQuery } from "./fixes.query";
import { workspaceFromRow } from "./workspaceFromRow";

export function clusterResource(cluster: ClusterScope): ArmResource {
  return {
    commandName: "Dashboard/GetClusterToFix",
    path: armPath`${cluster.id}`,
    apiVersion: apiVersions.managedClusters,
  };
}

/** Reads what a fix starts from, all at once. Rejects with `FailureError` when a part of it cannot be read. */
export async function readLive(
  azure: Azure,
  scope: ClusterScope,
  { reads }: Pick<QuickFix<never>, "reads">,
  signal: AbortSignal | undefined,
): Promise<LiveCluster> {
  const [body, settings, workspaces] = await Promise.all([
    readCluster(azure, scope, signal),
    reads.includes("diagnosticSettings") ? readSettings(azure, scope, signal) : undefined,
    reads.includes("workspaces") ? readWorkspaces(azure, scope, signal) : undefined,
  ]);
  return {
    scope,
    body,
    etag: etagOf(body),
    diagnosticSettings: settings,
    workspaces: workspaces?.items,
    unreadableWorkspaces: workspaces?.unreadable ?? 0,
  };
}

async function readCluster({ arm }: Azure, scope: ClusterScope, signal: AbortSignal | undefined) {
  const body = await getArm(arm, clusterResource(scope), signal);
  return required(isRecord(body) ? body : undefined, Messages.unreadableCluster, body);
}

async function readSettings({ arm }: Azure, { id }: ClusterScope, signal: AbortSignal | undefined) {
  const list = {
    commandName: "Dashboard/ListDiagnosticSettingsToFix",
    path: armPath`${id}/providers/Microsoft.Insights/diagnosticSettings`,
    apiVersion: apiVersions.diagnosticSettings,
  };
  const values = await listArm(arm, list, signal);
  return values.map((value) => required(settingOf(value), Messages.unreadableDiagnosticSetting));
}

/** A fix writes to a setting by its name: one that cannot be a name is no setting of Azure Monitor. */
function settingOf(value: unknown): JsonRecord | undefined {
  const setting = isRecord(value) ? value : undefined;
  const name = textOf(setting?.name);
  return name === undefined || isIdSegment(name) ? setting : undefined;
}

async function readWorkspaces(
  { resourceGraph }: Azure,
  scope: ClusterScope,
  signal: AbortSignal | undefined,
) {
  const query = {
    commandName: "Dashboard/ListWorkspaces",
    kql: listWorkspacesQuery(scope),
    subscriptionId: scope.subscriptionId,
  };
  return itemsOf(await runWholeQuery(resourceGraph, query, signal), workspaceFromRow);
}

/** `eTag` of the resource in OpenAPI 2024-09-01; read among the properties too, in case a later version moves it. */
function etagOf(body: JsonRecord): string | undefined {
  return textOf(body.eTag) ?? textOf(recordOf(body.properties).eTag);
}
