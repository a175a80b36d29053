import { apiVersion } from "../../../Client/Core/apiVersionTable";
import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost } from "../../Support/scriptedHost";

/** The calls that the product sends by clients of the SDK, each of which has an api-version of its own: the table has to know it. */
const host = scriptedHost({ status: 404, body: { error: { code: "NotFound", message: "no" } } });
const azure = createAzure({
  httpClient: createHostHttpClient(host.send),
  subscriptionId: "1111",
  clock: createFakeClock(),
  random: () => 0,
});

/** Without repetitions: some calls are tried again. */
async function sentBy(call: () => Promise<unknown>): Promise<ReadonlySet<string | null>> {
  const before = host.requests.length;
  await call().catch(() => undefined); // What is sent counts, and it's answered with an error.
  const sent = host.requests.slice(before);
  return new Set(
    sent.map(({ uri }) => new URL(uri, "https://management.azure.com").searchParams.get("api-version")),
  );
}

test.each<[string, Parameters<typeof apiVersion>[0], () => Promise<unknown>]>([
  [
    "agentPools.upgradeNodeImageVersion",
    "upgradeNodeImage",
    async () => (await azure.containerService()).agentPools.upgradeNodeImageVersion("g", "c", "p"),
  ],
  [
    "alerts.updateSubscriptionLevelStateToDismiss",
    "alertStatus",
    async () => (await azure.security()).alerts.updateSubscriptionLevelStateToDismiss("l", "a"),
  ],
  [
    "alerts.updateSubscriptionLevelStateToResolve",
    "alertStatus",
    async () => (await azure.security()).alerts.updateSubscriptionLevelStateToResolve("l", "a"),
  ],
  [
    "alerts.updateSubscriptionLevelStateToActivate",
    "alertStatus",
    async () => (await azure.security()).alerts.updateSubscriptionLevelStateToActivate("l", "a"),
  ],
  [
    "alerts.updateResourceGroupLevelStateToDismiss",
    "alertStatus",
    async () => (await azure.security()).alerts.updateResourceGroupLevelStateToDismiss("l", "a", "g"),
  ],
  [
    "alertsSuppressionRules.delete",
    "suppressionRules",
    async () => (await azure.security()).alertsSuppressionRules.delete("r"),
  ],
  [
    "policyAssignments.create",
    "policy",
    async () => (await azure.policy()).policyAssignments.create("subscriptions/1111", "a", {}),
  ],
  ["resources", "resourceGraph", () => azure.resourceGraph.resources({ query: "resources" })],
])("%s asks for the one of the row %s", async (_, row, call) => {
  expect(await sentBy(call)).toEqual(new Set([apiVersion(row)]));
});
