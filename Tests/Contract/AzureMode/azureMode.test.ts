import {
  startAzurePortal,
  type AzurePortal,
} from "../../../Extension/LocalPortal/AzureMode/startAzurePortal";
import { openPage, type PortalPage } from "../../Support/portalPage";
import { startRemoteAzure, type RemoteAzure } from "../../Support/remoteAzure";
import { clientSecret, resetIssuer } from "../../Support/tokenIssuer";

/** The local portal on a remote ARM over TLS, which takes the tokens of its issuer only. */
let azure: RemoteAzure;
let portal: AzurePortal;
let page: PortalPage;
const told: string[] = [];

beforeAll(async () => {
  azure = await startRemoteAzure({ evaluationDelaySeconds: 0 });
  portal = await startAzurePortal({
    port: 0,
    access: azure.access,
    place: azure.place,
    isReadOnly: false,
    tell: (line) => told.push(line),
  });
  page = await openPage(portal.url);
});
afterAll(async () => {
  await portal.close();
  await azure.close();
});

const version = "?api-version=2026-01-01";

test("the token comes from the issuer, for the tenant of the cluster and ARM's audience, and ARM answers", async () => {
  const { clusterId, world } = azure.emulator;
  const [cluster] = await page.batch({ url: `https://management.azure.com${clusterId}${version}` });
  expect(cluster).toMatchObject({ httpStatusCode: 200, content: { id: clusterId } });
  expect(azure.issuer.asked).toEqual([
    { tenantId: world.tenantId, scope: expect.stringContaining("https://management.azure.com/.default") },
  ]);
  expect(page.setting("user-object-id")).toBe(world.engineer.objectId);
  expect(page.setting("problem")).toBeUndefined();
  expect(told).toEqual([]);
});

test("no token and no secret is in anything that the browser gets, nor in what the terminal says", async () => {
  await page.batch({ url: `${azure.emulator.clusterId}${version}` }, { url: "/subscriptions/x/evil" });
  const everything = [...page.received, ...told, portal.url].join("\n");
  expect(azure.issuer.issued.length).toBeGreaterThan(0);
  for (const token of azure.issuer.issued) {
    const [, payload = "", signature = ""] = token.split(".");
    expect(everything).not.toContain(payload);
    expect(everything).not.toContain(signature);
  }
  expect(everything).not.toContain(clientSecret);
  expect(everything).not.toMatch(/bearer|authorization:/i);
  resetIssuer(azure.issuer);
});
