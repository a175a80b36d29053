import { ResourceGraphClient } from "@azure/arm-resourcegraph";
import { startArmEmulator, type ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { createEmulatorHttpClient, emulatorCredential } from "../../Support/emulatorHttpClient";
import { batchPath, call, graph, json, start, version } from "./plainHttp";

/** Links, retries, the access log, the end. */
describe("links", () => {
  const list = ({ world }: ArmEmulator) =>
    `/subscriptions/${world.subscriptionId}/providers/Microsoft.ContainerService/managedClusters${version}`;
  const forwarded = { "x-forwarded-proto": "https", "x-forwarded-host": "portal.example" };

  test("lead to the emulator, or to the host that a proxy names", async () => {
    const emulator = await start();
    const own = await call(emulator, list(emulator));
    expect(String(own.body.nextLink).startsWith(emulator.url)).toBe(true);
    const proxied = await call(emulator, list(emulator), { headers: forwarded });
    expect(String(proxied.body.nextLink)).toMatch(/^https:\/\/portal\.example\//);
  });

  test("of batch items obey the proxy too, and items may be addressed to the emulator itself", async () => {
    const emulator = await start();
    const requests = [{ url: `${emulator.url}${list(emulator)}` }];
    const { status, body } = await call(emulator, batchPath, json("POST", { requests }, forwarded));
    expect(status).toBe(200);
    const [{ content }] = body.responses as readonly [{ readonly content: { readonly nextLink: string } }];
    expect(content.nextLink).toMatch(/^https:\/\/portal\.example\//);
  });
});

test("throttled: the SDK's own retries get through, with the addresses of ARM", async () => {
  const emulator = await start({ scenario: "throttled" });
  const client = new ResourceGraphClient(emulatorCredential(emulator), {
    httpClient: createEmulatorHttpClient(emulator),
  });
  const seen: string[] = [];
  const answer = await client.resources(
    { query: "resources | count" },
    { onResponse: ({ request }) => seen.push(new URL(request.url).origin) },
  );
  expect(answer.count).toBe(1);
  expect(emulator.requests.map(({ status }) => status)).toEqual([429, 429, 200]);
  expect(seen).toEqual(["https://management.azure.com"]);
});

describe("the access log", () => {
  test("lists requests as they came, with the caller's name for them, and batches as one", async () => {
    const emulator = await start();
    const headers = { "x-ms-command-name": "Dashboard/ListAlerts" };
    await call(emulator, graph, json("POST", { query: "resources | count" }, headers));
    await call(emulator, batchPath, json("POST", { requests: [{ url: graph }, { url: graph }] }));
    expect(emulator.requests).toEqual([
      {
        method: "POST",
        path: "/providers/Microsoft.ResourceGraph/resources",
        status: 200,
        commandName: "Dashboard/ListAlerts",
      },
      { method: "POST", path: "/batch", status: 200, batch: 2 },
    ]);
    emulator.clearRequests();
    expect(emulator.requests).toEqual([]);
  });
});

test("closing twice is closing once", async () => {
  const emulator = await startArmEmulator();
  await emulator.close();
  await expect(emulator.close()).resolves.toBeUndefined();
});
