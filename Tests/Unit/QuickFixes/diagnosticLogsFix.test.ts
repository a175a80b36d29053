import {
  diagnosticLogsFix,
  logCategories,
  suggestedLogCategories,
} from "../../../Client/QuickFixes/diagnosticLogsFix";
import type { JsonRecord } from "../../../Client/Core/json";
import { aCluster } from "../../Support/aCluster";
import { aClusterBody, aLiveCluster } from "../../Support/aLiveCluster";
import { aWorkspace, bodyOf, linesOf, ready, refusalOf, warningsOf, workspaceId } from "./planSupport";

const input = { workspaceId, categories: suggestedLogCategories };
const otherId = workspaceId.replace(/central$/, "other");
const setting = (name: string, properties: JsonRecord): JsonRecord => ({
  id: `/x/${name}`,
  name,
  properties,
});
const liveWith = (...diagnosticSettings: readonly JsonRecord[]) =>
  aLiveCluster({ diagnosticSettings, workspaces: [aWorkspace()] });
const off = (category: string) => ({ category, enabled: false });

test("without any setting one is made, in tables of its own", () => {
  const live = liveWith();
  const plan = ready(diagnosticLogsFix.plan(live, input));
  const [write] = plan.writes;
  expect(write).toEqual({
    resource: "diagnosticSetting",
    path: `${aCluster().id}/providers/Microsoft.Insights/diagnosticSettings/control-plane-logs`,
    body: {
      properties: {
        workspaceId,
        logAnalyticsDestinationType: "Dedicated",
        logs: [
          { category: "kube-audit-admin", enabled: true },
          { category: "guard", enabled: true },
        ],
      },
    },
    onlyIfMissing: false,
  });
  expect(plan.rights).toEqual([
    { action: "Microsoft.Insights/diagnosticSettings/write", scope: aCluster().id },
    { action: "Microsoft.OperationalInsights/workspaces/sharedKeys/action", scope: workspaceId },
  ]);
  expect(diagnosticLogsFix.isFixed(live)).toBe(false);
  expect(diagnosticLogsFix.isFixed(liveWith(bodyOf(plan)))).toBe(true);
});

test("a setting that sends to the workspace is changed; what else it says stays", () => {
  const metrics = [{ category: "AllMetrics", enabled: true }];
  const logs = [off("KUBE-AUDIT-ADMIN"), { ...off("kube-scheduler"), future: 1 }];
  const present = setting("mine", {
    workspaceId: workspaceId.toUpperCase(),
    logs,
    metrics,
    future: { a: 1 },
  });
  const plan = ready(
    diagnosticLogsFix.plan(liveWith(setting("other", { workspaceId: otherId }), present), input),
  );
  expect(plan.writes[0]?.path).toMatch(/\/diagnosticSettings\/mine$/);
  expect(linesOf(plan)).toEqual([
    "properties.logs[KUBE-AUDIT-ADMIN].enabled: false -> true",
    'properties.logs[guard]: - -> {"category":"guard","enabled":true}',
  ]);
  expect(bodyOf(plan).properties).toMatchObject({ metrics, future: { a: 1 } });
});

test("a setting to another workspace stays, and its name is not taken", () => {
  const others = [setting("Control-plane-logs", { workspaceId: otherId, logs: [off("guard")] })];
  const plan = ready(diagnosticLogsFix.plan(liveWith(...others), input));
  expect(plan.writes[0]?.path).toMatch(/\/diagnosticSettings\/control-plane-logs-2$/);
});

test("a name with unusual characters is escaped", () => {
  const plan = ready(diagnosticLogsFix.plan(liveWith(setting("a b ?&#", { workspaceId })), input));
  expect(plan.writes[0]?.path).toMatch(/\/diagnosticSettings\/a%20b%20%3F%26%23$/);
});

const kept = (enabled: boolean, days: number) => ({
  category: "guard",
  enabled: true,
  retentionPolicy: { enabled, days },
});

test.each([
  ["a log that is on", { logs: [kept(false, 0)] }, true],
  ["a group that is on", { logs: [{ categoryGroup: "allLogs", enabled: true }] }, true],
  ["logs that are off", { logs: [off("guard")] }, false],
  ["metrics alone", { metrics: [{ category: "AllMetrics", enabled: true }] }, false],
  ["too short a time in storage", { storageAccountId: "/s", logs: [kept(true, 30)] }, false],
  ["a year in storage", { storageAccountId: "/s", logs: [kept(true, 365)] }, true],
  ["for ever in storage", { storageAccountId: "/s", logs: [kept(true, 0)] }, true],
  ["storage without an end", { storageAccountId: "/s", logs: [kept(false, 30)] }, true],
  ["an end that counts nowhere", { logs: [kept(true, 30)] }, true],
])("%s: fixed is %s by the rule of the policy", (_, properties, isFixed) => {
  const live = liveWith(setting("s", properties));
  expect(diagnosticLogsFix.isFixed(live)).toBe(isFixed);
  const plan = diagnosticLogsFix.plan(live, input);
  expect(refusalOf(plan)).toBe(isFixed ? "alreadyFixed" : "ready");
});

test("what would stay unhealthy is refused", () => {
  const live = liveWith(setting("s", { workspaceId, storageAccountId: "/s", logs: [kept(true, 30)] }));
  expect(refusalOf(diagnosticLogsFix.plan(live, { ...input, categories: ["guard"] }))).toBe("stillUnhealthy");
});

test.each([
  ["noCategories", { ...input, categories: [] }],
  ["unknownCategories x y", { ...input, categories: ["guard", "x", "y"] }],
  ["notAWorkspace /subscriptions/x", { ...input, workspaceId: "/subscriptions/x" }],
])("refused: %s", (refusal, wrong) => {
  expect(refusalOf(diagnosticLogsFix.plan(liveWith(), wrong))).toBe(refusal);
});

const group = (name: string, enabled: boolean) => ({ category: null, categoryGroup: name, enabled });

// Azure Monitor answers 400 for categories and category groups in one setting, whether they are on or off.
test("log groups that are off make room for single logs, and that is shown", () => {
  const logs = [group("audit", false), { ...off("guard"), categoryGroup: null }, group("allLogs", false)];
  const plan = ready(diagnosticLogsFix.plan(liveWith(setting("s", { workspaceId, logs })), input));
  expect(bodyOf(plan).properties).toMatchObject({
    logs: [
      { category: "guard", categoryGroup: null, enabled: true },
      { category: "kube-audit-admin", enabled: true },
    ],
  });
  expect(linesOf(plan)).toEqual([
    'properties.logs[audit]: {"category":null,"categoryGroup":"audit","enabled":false} -> -',
    "properties.logs[guard].enabled: false -> true",
    'properties.logs[allLogs]: {"category":null,"categoryGroup":"allLogs","enabled":false} -> -',
    'properties.logs[kube-audit-admin]: - -> {"category":"kube-audit-admin","enabled":true}',
  ]);
});

const shortly = { retentionPolicy: { enabled: true, days: 7 } };
const stored = (logs: readonly object[]) => ({ workspaceId, storageAccountId: "/s", logs });

test.each([
  [
    "a group that is on and kept for too short a time",
    [setting("s", stored([{ ...group("allLogs", true), ...shortly }, group("audit", false)]))],
    "logGroupInUse allLogs",
  ],
  [
    "a group that is on in another setting of the workspace",
    [
      setting("s", { workspaceId, logs: [] }),
      setting("t", stored([{ ...group("audit", true), ...shortly }])),
    ],
    "logSentTwice t",
  ],
  [
    "the same log in another setting of the workspace",
    [
      setting("s", { workspaceId, logs: [] }),
      setting("t", stored([{ category: "GUARD", enabled: true, ...shortly }])),
    ],
    "logSentTwice t",
  ],
  [
    "another log in another setting of the workspace",
    [
      setting("s", { workspaceId, logs: [] }),
      setting("t", stored([{ category: "kube-scheduler", enabled: true, ...shortly }])),
    ],
    "ready",
  ],
  [
    "the same log in a setting of another workspace",
    [
      setting("s", { workspaceId, logs: [] }),
      setting("t", { ...stored([{ category: "guard", enabled: true, ...shortly }]), workspaceId: otherId }),
    ],
    "ready",
  ],
])("what Azure Monitor would refuse is said before: %s", (_, settings, expected) => {
  expect(refusalOf(diagnosticLogsFix.plan(liveWith(...settings), input))).toBe(expected);
});

test("a stopped cluster is no obstacle: its settings belong to Azure Monitor", () => {
  const live = { ...liveWith(), body: aClusterBody({ powerState: { code: "Stopped" } }) };
  expect(warningsOf(ready(diagnosticLogsFix.plan(live, input)))).toContain("noLogsWhileStopped");
});

test("a cluster that is being deleted gets no setting", () => {
  const live = { ...liveWith(), body: aClusterBody({ provisioningState: "Deleting" }) };
  expect(refusalOf(diagnosticLogsFix.plan(live, input))).toBe("clusterDeleting");
});

test("a sixth setting is refused, a change of the fifth is not", () => {
  const five = ["a", "b", "c", "d", "e"].map((name) => setting(name, { workspaceId: `${otherId}${name}` }));
  expect(refusalOf(diagnosticLogsFix.plan(liveWith(...five), input))).toBe("tooManySettings");
  const changing = { ...input, workspaceId: `${otherId}e` };
  expect(refusalOf(diagnosticLogsFix.plan(liveWith(...five), changing))).toBe("ready");
});

test.each([
  [["kube-audit"], ["auditLogVolume"]],
  [["kube-audit", "kube-audit-admin"], ["auditLogTwice"]],
  [["kube-audit-admin"], []],
  [[...logCategories], ["auditLogTwice"]],
])("%j: warnings %j", (categories, warnings) => {
  expect(warningsOf(ready(diagnosticLogsFix.plan(liveWith(), { ...input, categories })))).toEqual(warnings);
});
