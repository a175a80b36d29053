import { ContainerServiceClient } from "@azure/arm-containerservice";
import { ResourceGraphClient } from "@azure/arm-resourcegraph";
import { SecurityCenter } from "@azure/arm-security";
import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { startArmEmulator, type ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { createEmulatorHost } from "../../Support/emulatorHost";
import { createEmulatorHttpClient, emulatorCredential } from "../../Support/emulatorHttpClient";

/** Microsoft's own clients, with their own pipelines, find the emulator to be ARM. */
let emulator: ArmEmulator;
beforeAll(async () => {
  emulator = await startArmEmulator();
});
afterAll(() => emulator.close());

const options = () => ({ httpClient: createEmulatorHttpClient(emulator) });

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) {
    list.push(item);
  }
  return list;
}

test("SecurityCenter lists alerts over all pages, and gets one", async () => {
  const { world } = emulator;
  const client = new SecurityCenter(emulatorCredential(emulator), world.subscriptionId, options());
  const alerts = await all(client.alerts.list());
  expect(alerts.map(({ id }) => id).sort()).toEqual(world.alerts.map(({ id }) => id).sort());
  const [first] = world.alerts;
  const alert = await client.alerts.getResourceGroupLevel(
    first?.location ?? "",
    first?.name ?? "",
    first?.resourceGroup ?? "",
  );
  expect(alert).toMatchObject({
    alertDisplayName: first?.properties.alertDisplayName,
    severity: first?.properties.severity,
  });
  expect(alert.startTimeUtc).toBeInstanceOf(Date);
});

test("ResourceGraphClient queries", async () => {
  const client = new ResourceGraphClient(emulatorCredential(emulator), options());
  const answer = await client.resources({
    query: "resources | where type =~ 'microsoft.containerservice/managedclusters' | count",
  });
  expect(answer).toMatchObject({ totalRecords: 1, count: 1, resultTruncated: "false" });
});

test("ContainerServiceClient lists clusters over all pages", async () => {
  const { world } = emulator;
  const client = new ContainerServiceClient(emulatorCredential(emulator), world.subscriptionId, options());
  const clusters = await all(client.managedClusters.list());
  expect(clusters.map(({ name }) => name)).toEqual(world.clusters.map(({ name }) => name));
  const pools = await all(client.agentPools.list("contoso-prod", "contoso-prod-aks"));
  expect(pools.map(({ name }) => name)).toEqual(["system", "apps"]);
});

describe("a long-running write through our transport, with the SDK's own poller", () => {
  const client = () => {
    const httpClient = createHostHttpClient(createEmulatorHost(emulator));
    return createAzure({ httpClient, subscriptionId: emulator.world.subscriptionId }).containerService();
  };
  const [group, name] = ["contoso-prod", "contoso-prod-aks"];

  test("is followed to its end, and a second one meanwhile is a conflict", async () => {
    const { managedClusters } = await client();
    const update = managedClusters.updateTags(group, name, { tags: { owner: "ada" } });
    await update.submitted();
    await expect(managedClusters.updateTags(group, name, { tags: {} })).rejects.toMatchObject({
      statusCode: 409,
    });
    await update.pollUntilDone();
    expect((await managedClusters.get(group, name)).tags).toEqual({ owner: "ada" });
  });

  test("is refused when the resource has changed since it was read", async () => {
    const { managedClusters } = await client();
    const stale = managedClusters.updateTags(group, name, { tags: {} }, { ifMatch: "stale" });
    await expect(stale).rejects.toMatchObject({ statusCode: 412 });
  });
});
