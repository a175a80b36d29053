import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, graph, json, refusal, start, version } from "./plainHttp";

/** Where the logs of a cluster are kept, in the three places that say so, and the workspace itself. */
const settings = "/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview";

interface Cluster {
  readonly securityProfile: { readonly defender: Readonly<Record<string, unknown>> };
  readonly addonProfiles: { readonly omsagent: Readonly<Record<string, unknown>> };
}

async function placesOf(emulator: ArmEmulator, id = emulator.clusterId) {
  const cluster = await call(emulator, `${id}${version}`);
  const { securityProfile, addonProfiles } = cluster.body.properties as Cluster;
  const { status, body } = await call(emulator, `${id}${settings}`);
  expect(status).toBe(200);
  return {
    defender: securityProfile.defender,
    insights: addonProfiles.omsagent,
    diagnostics: body.value as readonly Readonly<Record<string, unknown>>[],
  };
}

async function workspaces(emulator: ArmEmulator): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const query =
    "resources | where type == 'microsoft.operationalinsights/workspaces' | project id, customerId = properties.customerId";
  const { body } = await call(emulator, graph, json("POST", { query }));
  return body.data as readonly Readonly<Record<string, unknown>>[];
}

test("busy: all three name one workspace, which is in Resource Graph with its own id", async () => {
  const emulator = await start();
  const [workspace] = await workspaces(emulator);
  expect(workspace?.customerId).toMatch(/^[0-9a-f-]{36}$/);
  const { defender, insights, diagnostics } = await placesOf(emulator);
  expect(defender).toEqual({
    logAnalyticsWorkspaceResourceId: workspace?.id,
    securityMonitoring: { enabled: true },
  });
  expect(insights).toEqual({
    enabled: true,
    config: { logAnalyticsWorkspaceResourceID: workspace?.id },
  });
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    id: `${emulator.clusterId}/providers/microsoft.insights/diagnosticSettings/control-plane-logs`,
    name: "control-plane-logs",
    properties: { workspaceId: workspace?.id, logAnalyticsDestinationType: "Dedicated" },
  });
});

test.each<readonly [ScenarioName, boolean]>([
  ["busy", false],
  ["healthy", true],
])(
  "%s: its diagnostic setting keeps the audit log: %s, as the recommendation says",
  async (scenario, enabled) => {
    const { diagnostics } = await placesOf(await start({ scenario }));
    expect(diagnostics[0]?.properties).toHaveProperty(
      "logs",
      expect.arrayContaining([{ category: "kube-audit", enabled }]),
    );
  },
);

test("no-logs: none of the three, although the neighbors have a workspace", async () => {
  const emulator = await start({ scenario: "no-logs" });
  expect(await placesOf(emulator)).toEqual({
    defender: { securityMonitoring: { enabled: true } },
    insights: { enabled: false },
    diagnostics: [],
  });
  const [workspace] = await workspaces(emulator);
  const neighbor = await placesOf(emulator, `${emulator.clusterId}2`);
  expect(neighbor.diagnostics[0]?.properties).toHaveProperty("workspaceId", workspace?.id);
});

test("sensor-missing: a profile without sensor names no workspace, the other two do", async () => {
  const { defender, insights, diagnostics } = await placesOf(await start({ scenario: "sensor-missing" }));
  expect(defender).toEqual({ securityMonitoring: { enabled: false } });
  expect([insights.enabled, diagnostics.length]).toEqual([true, 1]);
});

test.each<readonly [ScenarioName, number]>([
  ["reader", 200],
  ["cluster-only", 403],
  ["no-access", 403],
])("%s: diagnostic settings answer %d", async (scenario, status) => {
  const emulator = await start({ scenario });
  const answer = await call(emulator, `${emulator.clusterId}${settings}`);
  expect(answer.status).toBe(status);
  if (status === 403) {
    expect(answer.body.error?.message).toContain("'Microsoft.Insights/diagnosticSettings/read'");
  }
});

test("settings of a cluster that is not there are a 404, and there is one api-version", async () => {
  const emulator = await start();
  expect(refusal(await call(emulator, `${emulator.clusterId}9${settings}`))).toMatchObject({
    status: 404,
    code: "ResourceNotFound",
  });
  const old = await call(
    emulator,
    `${emulator.clusterId}${settings.replace("2021-05-01-preview", "2016-09-01")}`,
  );
  expect(refusal(old)).toMatchObject({ status: 400, code: "NoRegisteredProviderFound" });
});

test("the reader sees workspaces, who may read the cluster alone does not", async () => {
  expect(await workspaces(await start({ scenario: "reader" }))).toHaveLength(1);
  expect(await workspaces(await start({ scenario: "cluster-only" }))).toEqual([]);
});
