import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { createArmInvestigationService } from "../../../Client/Investigation/armInvestigationService";
import { aCluster } from "../../Support/aCluster";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost, type ScriptedAnswer } from "../../Support/scriptedHost";
import { failureOfCall } from "../../Support/withServices";

const cluster = aCluster();
const workspace = (name: string) =>
  `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/${name}`;

/** The service on a host that answers the two readings in the order in which they are sent: cluster, then settings. */
function logsOn(...answers: readonly ScriptedAnswer[]) {
  const host = scriptedHost(...answers);
  const azure = createAzure({
    httpClient: createHostHttpClient(host.send),
    subscriptionId: cluster.subscriptionId,
    clock: createFakeClock(),
    random: () => 0,
  });
  return { logs: createArmInvestigationService(azure, cluster), host };
}

const profile = (id?: string) => ({
  body: { properties: { securityProfile: { defender: { logAnalyticsWorkspaceResourceId: id } } } },
});
const settings = (...ids: readonly string[]) => ({
  body: {
    value: ids.map((workspaceId) => ({
      properties: { workspaceId, logAnalyticsDestinationType: "Dedicated" },
    })),
  },
});
const refused = (code: string, status = 403) => ({ status, body: { error: { code, message: `${code}.` } } });

const byDefender = { id: workspace("a"), tables: "resourceSpecific", source: "defender" };
const bySetting = { id: workspace("b"), tables: "resourceSpecific", source: "diagnosticSettings" };

test.each<[string, ScriptedAnswer, ScriptedAnswer, unknown]>([
  ["both name one", profile(workspace("a")), settings(workspace("b")), byDefender],
  ["the settings name one", profile(), settings(workspace("b")), bySetting],
  ["nothing names one", profile(), settings(), undefined],
  ["the settings cannot be read", profile(workspace("a")), refused("No"), byDefender],
  ["the cluster cannot be read", refused("No"), settings(workspace("b")), bySetting],
  ["the cluster is no cluster", { body: {} }, settings(workspace("b")), bySetting],
  ["a setting is no setting", profile(workspace("a")), { body: { value: [{}] } }, byDefender],
])("%s", async (_, first, second, found) => {
  expect(await logsOn(first, second).logs.workspace()).toEqual(found);
});

test.each<[string, ScriptedAnswer, ScriptedAnswer, object]>([
  ["the settings", profile(), refused("NoSettings"), { kind: "forbidden", code: "NoSettings" }],
  ["the cluster", refused("NoCluster"), settings(), { kind: "forbidden", code: "NoCluster" }],
  [
    "both: the cluster's",
    refused("NoCluster", 404),
    refused("NoSettings"),
    { kind: "notFound", code: "NoCluster" },
  ],
  ["what is no cluster", { body: {} }, settings(), { kind: "unexpected", message: /cluster/ }],
  ["what is no setting", profile(), { body: { value: [null] } }, { kind: "unexpected", message: /setting/ }],
  ["what is no list", profile(), { body: {} }, { kind: "unexpected" }],
])(
  "without a workspace it fails with the failure of %s",
  async (
    _,
    first,
    second,
    {
      message,
      ...rest
    }: {
      message?: RegExp;
    },
  ) => {
    const failure = await failureOfCall(logsOn(first, second).logs.workspace());
    expect(failure).toMatchObject(rest);
    expect(failure.message).toMatch(message ?? /./);
  },
);

test("both readings are sent together, to the cluster, with their versions and names", async () => {
  const { logs, host } = logsOn(profile(), settings());
  await logs.workspace();
  expect(host.requests.map(({ method, uri, commandName }) => [method, uri, commandName])).toEqual([
    [
      "GET",
      expect.stringMatching(/\/managedClusters\/[^/]+\?api-version=2026-01-01$/i),
      "Dashboard/GetClusterWorkspace",
    ],
    [
      "GET",
      expect.stringMatching(
        /\/managedClusters\/[^/]+\/providers\/Microsoft\.Insights\/diagnosticSettings\?api-version=2021-05-01-preview$/i,
      ),
      "Dashboard/ListDiagnosticSettings",
    ],
  ]);
});

test("the second is sent before the first has answered", async () => {
  const { send, requests } = scriptedHost();
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const azure = createAzure({
    httpClient: createHostHttpClient(async (request) => {
      void send(request).catch(() => undefined);
      if (requests.length === 2) {
        release();
      }
      await gate;
      return { status: 200, headers: {}, body: { properties: {}, value: [] } };
    }),
    subscriptionId: cluster.subscriptionId,
    clock: createFakeClock(),
  });
  expect(await createArmInvestigationService(azure, cluster).workspace()).toBeUndefined();
});

test("canceled is not failed, even where one reading has named a workspace", async () => {
  const controller = new AbortController();
  controller.abort();
  const { logs } = logsOn(profile(workspace("a")), settings());
  await expect(logs.workspace(controller.signal)).rejects.toMatchObject({ name: "AbortError" });
});
