import { sameArmId } from "../Core/armId";
import { armPath } from "../Core/armUrl";
import { clusterCondition } from "../Core/clusterCondition";
import type { Right } from "../Core/rbac";
import type { ClusterScope } from "../Core/clusterScope";
import { isRecord, textOf, type JsonRecord } from "../Core/json";
import { jsonChanges } from "../Core/jsonChanges";
import { workspaceIdOf } from "./logWorkspace";
import { workspaceWarnings } from "./workspaceWarnings";
import { valueAt, withValue } from "./mergeJson";
import {
  refused,
  type FixInputs,
  type FixNote,
  type FixPlan,
  type FixWarningCode,
  type LiveCluster,
  type QuickFix,
} from "./quickFix";
import { quickFixKeys } from "./quickFixKeys";

/** Log categories of AKS that the built-in policy 6c66c325-74c8-42fd-a286-a74b0e2939d8 streams. */
export const logCategories = [
  "kube-audit-admin",
  "kube-audit",
  "guard",
  "kube-apiserver",
  "kube-controller-manager",
  "kube-scheduler",
  "cluster-autoscaler",
  "cloud-controller-manager",
  "csi-azuredisk-controller",
  "csi-azurefile-controller",
  "csi-snapshot-controller",
] as const;

/** Who changed what and who signed in, without the reads that make `kube-audit` many times as large. */
export const suggestedLogCategories: readonly string[] = ["kube-audit-admin", "guard"];

const settingName = "control-plane-logs";
/** Azure Monitor allows five settings per resource. */
const mostSettings = 5;
/** Days of retention in a storage account that the policy asks for by default. */
const requiredDays = 365;

/** Keeps logs of the control plane (policy 245fc9df-fa96-4414-9a0b-3738c2f7341c). */
export const diagnosticLogsFix: QuickFix<FixInputs["diagnosticLogs"]> = {
  recommendation: quickFixKeys.diagnosticLogs,
  reads: ["diagnosticSettings", "workspaces"],
  rights: settingRights,
  isFixed: ({ diagnosticSettings }) => (diagnosticSettings ?? []).some(keepsLogs),
  plan(live, input) {
    const workspaceId = workspaceIdOf(input.workspaceId);
    const settings = live.diagnosticSettings ?? [];
    if (settings.some(keepsLogs)) {
      return refused("alreadyFixed");
    }
    if (clusterCondition(live.body).kind === "deleting") {
      return refused("clusterDeleting");
    }
    if (workspaceId === undefined) {
      return refused("notAWorkspace", input.workspaceId);
    }
    return unusable(input.categories) ?? settingPlan(live, settings, workspaceId, input.categories);
  },
};

function settingRights({ id }: ClusterScope): readonly Right[] {
  return [{ action: "Microsoft.Insights/diagnosticSettings/write", scope: id }];
}

/** Azure Monitor requires this at the workspace that a setting names; without it, it refuses with `LinkedAuthorizationFailed`. */
function linkedRight(workspaceId: string): Right {
  return { action: "Microsoft.OperationalInsights/workspaces/sharedKeys/action", scope: workspaceId };
}

function unusable(categories: readonly string[]): FixPlan | undefined {
  const known: ReadonlySet<string> = new Set(logCategories);
  const unknown = categories.filter((category) => !known.has(category));
  if (unknown.length > 0) {
    return refused("unknownCategories", ...unknown);
  }
  return categories.length === 0 ? refused("noCategories") : undefined;
}

/** Changes the setting that sends to the workspace, for a second one with the same categories is refused; else adds one. */
function settingPlan(
  live: LiveCluster,
  settings: readonly JsonRecord[],
  workspaceId: string,
  categories: readonly string[],
): FixPlan {
  const present = settings.find((setting) => sameArmId(workspaceOf(setting) ?? "", workspaceId));
  if (!present && settings.length >= mostSettings) {
    return refused("tooManySettings");
  }
  const refusal = conflictOf(present, settings, workspaceId, categories);
  if (refusal) {
    return refusal;
  }
  const before = present ?? {};
  const body = switchedOn(present ?? newSetting(workspaceId), categories);
  if (!keepsLogs(body)) {
    return refused("stillUnhealthy");
  }
  const name = textOf(present?.name) ?? freeName(settings);
  return {
    kind: "ready",
    changes: jsonChanges(before, body).map((change) => ({ resource: "diagnosticSetting", ...change })),
    warnings: [
      ...stoppedWarnings(live),
      ...workspaceWarnings(live, workspaceId),
      ...auditWarnings(categories),
    ],
    writes: [
      {
        resource: "diagnosticSetting",
        path: armPath`${live.scope.id}/providers/Microsoft.Insights/diagnosticSettings/${name}`,
        body,
        onlyIfMissing: false,
      },
    ],
    rights: [...settingRights(live.scope), linkedRight(workspaceId)],
  };
}

/**
 * What of the present settings Azure Monitor would refuse the change for: single logs beside a category group that is on (400),
 * and a log that another setting sends to the same workspace (409).
 */
function conflictOf(
  present: JsonRecord | undefined,
  settings: readonly JsonRecord[],
  workspaceId: string,
  categories: readonly string[],
): FixPlan | undefined {
  const groups = rulesOf(present ?? {}).filter((rule) => isGroup(rule) && rule.enabled === true);
  if (groups.length > 0) {
    return refused("logGroupInUse", ...groups.flatMap(({ categoryGroup }) => textOf(categoryGroup) ?? []));
  }
  const rival = settings.find(
    (setting) =>
      setting !== present &&
      sameArmId(workspaceOf(setting) ?? "", workspaceId) &&
      rulesOf(setting).some(
        (rule) =>
          rule.enabled === true && (isGroup(rule) || categories.some((category) => isAbout(rule, category))),
      ),
  );
  return rival && refused("logSentTwice", textOf(rival.name) ?? "?");
}

/** A rule about a group of logs, such as `allLogs`; then it has no category. */
function isGroup(rule: JsonRecord): boolean {
  return textOf(rule.category) === undefined && textOf(rule.categoryGroup) !== undefined;
}

function newSetting(workspaceId: string): JsonRecord {
  return { properties: { workspaceId, logAnalyticsDestinationType: "Dedicated", logs: [] } };
}

/** Groups are off here, so that nothing is lost with them; beside single logs Azure Monitor takes none, not even one that is off. */
function switchedOn(setting: JsonRecord, categories: readonly string[]): JsonRecord {
  const isWanted = (rule: JsonRecord) => categories.some((category) => isAbout(rule, category));
  const rules = rulesOf(setting).filter((rule) => !isGroup(rule));
  const added = categories.filter((category) => !rules.some((rule) => isAbout(rule, category)));
  return withValue(
    setting,
    ["properties", "logs"],
    [
      ...rules.map((rule) => (isWanted(rule) ? { ...rule, enabled: true } : rule)),
      ...added.map((category) => ({ category, enabled: true })),
    ],
  );
}

function isAbout(rule: JsonRecord, category: string): boolean {
  return textOf(rule.category)?.toLowerCase() === category.toLowerCase();
}

function rulesOf(setting: JsonRecord): readonly JsonRecord[] {
  const logs = valueAt(setting, ["properties", "logs"]);
  const list: readonly unknown[] = Array.isArray(logs) ? logs : [];
  return list.filter(isRecord);
}

function workspaceOf(setting: JsonRecord): string | undefined {
  return textOf(valueAt(setting, ["properties", "workspaceId"]));
}

/** The policy's rule: one log is on, and no storage account keeps it for less than the days that are asked for. */
function keepsLogs(setting: JsonRecord): boolean {
  const hasStorage = textOf(valueAt(setting, ["properties", "storageAccountId"])) !== undefined;
  return rulesOf(setting).some((rule) => {
    const isLimited = valueAt(rule, ["retentionPolicy", "enabled"]) === true;
    const days = Number(textOf(valueAt(rule, ["retentionPolicy", "days"])) ?? 0);
    return rule.enabled === true && (!hasStorage || !isLimited || days === 0 || days >= requiredDays);
  });
}

/** Settings belong to Azure Monitor, which takes them for a stopped cluster too. */
function stoppedWarnings({ body }: LiveCluster): readonly FixNote<FixWarningCode>[] {
  return clusterCondition(body).kind === "stopped" ? [{ code: "noLogsWhileStopped", details: [] }] : [];
}

function freeName(settings: readonly JsonRecord[]): string {
  const taken = new Set(settings.map(({ name }) => textOf(name)?.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? settingName : `${settingName}-${number}`;
    if (!taken.has(name)) {
      return name;
    }
  }
}

function auditWarnings(categories: readonly string[]): readonly FixNote<FixWarningCode>[] {
  if (!categories.includes("kube-audit")) {
    return [];
  }
  const isTwice = categories.includes("kube-audit-admin");
  return [{ code: isTwice ? "auditLogTwice" : "auditLogVolume", details: [] }];
}
