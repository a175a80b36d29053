import { parseArmId, sameArmId } from "../Core/armId";
import { isRecord, recordOf, textOf, type JsonRecord } from "../Core/json";
import type { LogTables } from "./logQuery";
import type { LogWorkspace } from "./investigationService";

/** A workspace that the cluster's own profile names. */
type ProfileWorkspace = Pick<LogWorkspace, "id"> & {
  readonly source: "defender" | "containerInsights";
};

/** A diagnostic setting that sends to a workspace. */
interface DiagnosticWorkspace {
  readonly id: string;
  readonly tables: LogTables;
  /** Whether the audit log is among what it sends. */
  readonly hasAuditLog: boolean;
}

/**
 * Reads the workspaces that a managed cluster (Microsoft.ContainerService 2026-01-01) names, best first; `undefined` when it is
 * no managed cluster. Defender's comes first: it is the one of the product that raised the alert.
 */
export function profileWorkspacesFromWire(body: unknown): readonly ProfileWorkspace[] | undefined {
  const properties = isRecord(body) ? body.properties : undefined;
  if (!isRecord(properties)) {
    return undefined;
  }
  const defender = recordOf(recordOf(properties.securityProfile).defender);
  const addOn = recordOf(anyCase(recordOf(properties.addonProfiles), "omsagent"));
  const insights = recordOf(recordOf(properties.azureMonitorProfile).containerInsights);
  const found: readonly (readonly [ProfileWorkspace["source"], boolean, string | undefined])[] = [
    ["defender", isOn(recordOf(defender.securityMonitoring)), workspaceIn(defender)],
    ["containerInsights", isOn(addOn), workspaceIn(recordOf(addOn.config))],
    ["containerInsights", isOn(insights), workspaceIn(insights)],
  ];
  return found.flatMap(([source, on, id]) => (on && id !== undefined ? [{ source, id }] : []));
}

/**
 * Reads the diagnostic settings of a resource (Microsoft.Insights 2021-05-01-preview) that send to a workspace, those with the
 * audit log first. `undefined` when one of them is no setting.
 */
export function diagnosticWorkspacesFromWire(
  list: readonly unknown[],
): readonly DiagnosticWorkspace[] | undefined {
  const settings = list.map((item) => (isRecord(item) ? item.properties : undefined)).filter(isRecord);
  if (settings.length < list.length) {
    return undefined;
  }
  const found = settings.flatMap((setting): DiagnosticWorkspace[] => {
    const id = workspaceId(setting.workspaceId);
    return id === undefined ? [] : [{ id, tables: tablesOf(setting), hasAuditLog: sendsAuditLog(setting) }];
  });
  return [...found.filter(({ hasAuditLog }) => hasAuditLog), ...found.filter((one) => !one.hasAuditLog)];
}

/**
 * The best workspace of both sources, in the order of facts: azure-api.md §b. One that no diagnostic setting sends to holds no
 * audit log; it is taken to have the tables that Microsoft recommends.
 */
export function bestWorkspace(
  profile: readonly ProfileWorkspace[],
  diagnostics: readonly DiagnosticWorkspace[],
): LogWorkspace | undefined {
  const [named] = profile;
  const [sent] = diagnostics;
  if (named) {
    const setting = diagnostics.find(({ id }) => sameArmId(id, named.id));
    return { ...named, tables: setting?.tables ?? "resourceSpecific" };
  }
  return sent && { id: sent.id, tables: sent.tables, source: "diagnosticSettings" };
}

/** A disabled rule keeps its settings; a rule that doesn't say is enabled. */
function isOn({ enabled }: JsonRecord): boolean {
  return enabled !== false;
}

/** Spelled `…ResourceId` by Defender's profile and `…ResourceID` by the add-on. */
function workspaceIn(record: JsonRecord): string | undefined {
  return workspaceId(anyCase(record, "loganalyticsworkspaceresourceid"));
}

function workspaceId(value: unknown): string | undefined {
  const id = textOf(value)?.trim();
  const type = id === undefined ? undefined : parseArmId(id)?.resourceType.toLowerCase();
  return type === "microsoft.operationalinsights/workspaces" ? id : undefined;
}

/** `Dedicated` asks for tables of its own; anything else, also nothing, means AzureDiagnostics. */
function tablesOf({ logAnalyticsDestinationType }: JsonRecord): LogTables {
  return textOf(logAnalyticsDestinationType)?.toLowerCase() === "dedicated"
    ? "resourceSpecific"
    : "azureDiagnostics";
}

function sendsAuditLog({ logs }: JsonRecord): boolean {
  const rules: readonly unknown[] = Array.isArray(logs) ? logs : [];
  return rules.map(recordOf).some(({ category, categoryGroup, enabled }) => {
    const named = (textOf(category) ?? textOf(categoryGroup) ?? "").toLowerCase();
    return enabled === true && ["kube-audit", "kube-audit-admin", "audit", "alllogs"].includes(named);
  });
}

function anyCase(record: JsonRecord, name: string): unknown {
  return Object.entries(record).find(([key]) => key.toLowerCase() === name)?.[1];
}
