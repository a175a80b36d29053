import {
  bestWorkspace,
  diagnosticWorkspacesFromWire,
  profileWorkspacesFromWire,
} from "../../../Client/Investigation/workspaceFromWire";
import { createRandom } from "../../../Extension/ArmEmulator/World/random";
import { createHostile } from "../../Support/hostile";

const workspace = (name: string) =>
  `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/${name}`;
const [a, b, c] = [workspace("a"), workspace("b"), workspace("c")];

const defender = (id: unknown, enabled = true) => ({
  securityProfile: { defender: { logAnalyticsWorkspaceResourceId: id, securityMonitoring: { enabled } } },
});
const addOn = (id: unknown, enabled = true, name = "omsagent") => ({
  addonProfiles: { [name]: { enabled, config: { logAnalyticsWorkspaceResourceID: id } } },
});
const insights = (id: unknown, enabled = true) => ({
  azureMonitorProfile: { containerInsights: { enabled, logAnalyticsWorkspaceResourceId: id } },
});
const fromDefender = (id: string) => ({ source: "defender", id });
const fromInsights = (id: string) => ({ source: "containerInsights", id });

test.each<[string, object, readonly object[]]>([
  ["nothing", {}, []],
  ["Defender", defender(a), [fromDefender(a)]],
  ["the add-on", addOn(a), [fromInsights(a)]],
  ["the add-on in another spelling", addOn(a, true, "omsAgent"), [fromInsights(a)]],
  ["the monitor profile", insights(a), [fromInsights(a)]],
  [
    "all three, in their order",
    { ...insights(c), ...addOn(b), ...defender(a) },
    [fromDefender(a), fromInsights(b), fromInsights(c)],
  ],
  ["what is off does not count", { ...defender(a, false), ...addOn(b, false), ...insights(c, false) }, []],
  [
    "what is said neither on nor off does",
    { securityProfile: { defender: { logAnalyticsWorkspaceResourceId: a } } },
    [fromDefender(a)],
  ],
  ["white space", defender(` ${a} `), [fromDefender(a)]],
  [
    "no workspace",
    { ...defender("/subscriptions/11111111-1111-4111-8111-111111111111"), ...addOn(""), ...insights(7) },
    [],
  ],
  ["another resource", defender(a.replace("OperationalInsights/workspaces", "Storage/storageAccounts")), []],
])("a cluster that names %s", (_, properties, found) => {
  expect(profileWorkspacesFromWire({ properties })).toEqual(found);
});

test.each([undefined, null, "x", [], {}, { properties: null }, { properties: [] }])(
  "%j is no cluster",
  (body) => {
    expect(profileWorkspacesFromWire(body)).toBeUndefined();
  },
);

const setting = (workspaceId: unknown, more: object = {}) => ({ properties: { workspaceId, ...more } });
const auditOn = { logs: [{ category: "kube-audit-admin", enabled: true }] };
const azureDiagnostics = { tables: "azureDiagnostics", hasAuditLog: false };

test.each<[string, readonly unknown[], unknown]>([
  ["none", [], []],
  ["one without a workspace", [setting(undefined), setting(null), setting("")], []],
  ["one", [setting(a)], [{ id: a, ...azureDiagnostics }]],
  [
    "tables of their own",
    [setting(a, { logAnalyticsDestinationType: "Dedicated" })],
    [{ id: a, ...azureDiagnostics, tables: "resourceSpecific" }],
  ],
  [
    "one table",
    [
      setting(a, { logAnalyticsDestinationType: "AzureDiagnostics" }),
      setting(b, { logAnalyticsDestinationType: null }),
    ],
    [
      { id: a, ...azureDiagnostics },
      { id: b, ...azureDiagnostics },
    ],
  ],
  [
    "those with the audit log first",
    [
      setting(a, { logs: [{ category: "kube-audit", enabled: false }] }),
      setting(b, auditOn),
      setting(c, { logs: [{ categoryGroup: "allLogs", enabled: true }] }),
    ],
    [
      { id: b, ...azureDiagnostics, hasAuditLog: true },
      { id: c, ...azureDiagnostics, hasAuditLog: true },
      { id: a, ...azureDiagnostics },
    ],
  ],
  ["one that is none", [setting(a), {}], undefined],
  ["nonsense", [null], undefined],
])("diagnostic settings: %s", (_, list, found) => {
  expect(diagnosticWorkspacesFromWire(list)).toEqual(found);
});

describe("the best workspace", () => {
  const named = profileWorkspacesFromWire({ properties: defender(a) }) ?? [];
  const sent = (...list: readonly object[]) => diagnosticWorkspacesFromWire(list) ?? [];
  const dedicated = { logAnalyticsDestinationType: "Dedicated" };

  test.each([
    ["is none", [], [], undefined],
    [
      "is that of the profile",
      named,
      sent(setting(b)),
      { id: a, tables: "resourceSpecific", source: "defender" },
    ],
    [
      "has the tables that its setting says",
      named,
      sent(setting(b, dedicated), setting(a.toUpperCase())),
      { id: a, tables: "azureDiagnostics", source: "defender" },
    ],
    [
      "is that of the setting with the audit log",
      [],
      sent(setting(a), setting(b, { ...auditOn, ...dedicated })),
      { id: b, tables: "resourceSpecific", source: "diagnosticSettings" },
    ],
  ])("%s", (_, profile, diagnostics, best) => {
    expect(bestWorkspace(profile, diagnostics)).toEqual(best);
  });
});

test("no answer makes the mappers throw, and they name no workspace that is none", () => {
  const hostile = createHostile(createRandom(7));
  const body = { properties: { ...insights(c), ...addOn(b), ...defender(a) } };
  for (let round = 0; round < 3000; round += 1) {
    const list = hostile.mutated([setting(a, auditOn), setting(b)]);
    const found = [
      ...(profileWorkspacesFromWire(hostile.mutated(body)) ?? []),
      ...((Array.isArray(list) ? diagnosticWorkspacesFromWire(list) : undefined) ?? []),
    ];
    for (const { id } of found) {
      expect(id).toMatch(/^\/subscriptions\/.+\/workspaces\/[^/]+\/?$/i);
    }
  }
});
