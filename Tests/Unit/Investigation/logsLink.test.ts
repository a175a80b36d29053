import { gunzipSync } from "node:zlib";
import { logQueryFor } from "../../../Client/Investigation/logQuery";
import { logsBlade, logsLink } from "../../../Client/Investigation/logsLink";
import { gzip } from "../../../Extension/Portal/gzip";
import { alertDetails, anAlert } from "../../Support/anAlert";
import { controlNames, hostileNames } from "../../Support/hostileNames";

const span = { from: new Date("2026-11-20T09:30:00Z"), to: new Date("2026-11-20T10:30:00Z") };
const resourceId =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/r g/providers/Microsoft.OperationalInsights/workspaces/w'/%2f";

/** The parts of the portal's path: names and values in turn, as the portal takes it apart. */
function partsOf(link: string): Readonly<Record<string, string>> {
  const { origin, hash } = new URL(link);
  expect(origin).toBe("https://portal.azure.com");
  const [, path = ""] = hash.split("/Logs.ReactView/");
  const words = path.split("/").map(decodeURIComponent);
  expect(words).toHaveLength(8);
  return Object.fromEntries(words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1] ?? ""]] : [])));
}

test.each(["AKSAudit", "", "x".repeat(300_000), "a?b=c&d#e/f%2F+g", ...hostileNames, ...controlNames])(
  "the link to %.40j leads back to it",
  async (kql) => {
    const { q = "", ...parts } = partsOf(await logsLink({ kql, ...span }, { resourceId }, gzip));
    expect(parts).toEqual({
      resourceId,
      source: "LogsBlade.AnalyticsShareLinkToQuery",
      timespan: "2026-11-20T09:30:00.000Z/2026-11-20T10:30:00.000Z",
    });
    expect(decodeURIComponent(q)).toMatch(/^H4sI[A-Za-z0-9+/]+={0,2}$/);
    expect(gunzipSync(Buffer.from(decodeURIComponent(q), "base64")).toString("utf8")).toBe(kql);
  },
);

test("the link names the blade, and the tenant when it is known", async () => {
  const link = (tenantId?: string) => logsLink({ kql: "x", ...span }, { resourceId, tenantId }, gzip);
  const blade =
    "blade/Microsoft_OperationsManagementSuite_Workspace/Logs.ReactView/resourceId/%2Fsubscriptions%2F11111111-1111-4111-8111-111111111111%2F";
  expect(await link()).toMatch(`https://portal.azure.com/#${blade}`);
  expect(await link("contoso.com")).toMatch(`https://portal.azure.com/#@contoso.com/${blade}`);
  expect(await link("a/b#c")).toMatch(`https://portal.azure.com/#@a%2Fb%23c/${blade}`);
});

test("in the link the query is encoded twice, as in links that the portal shares: %252B stands for a plus", async () => {
  const plus = () => Promise.resolve(new Uint8Array([0xfb, 0xef, 0xff, 0xff, 0xfb]));
  const query = { kql: "AKSAudit", ...span };
  expect(await logsLink(query, { resourceId }, plus)).toContain(
    "/q/%252B%252B%252F%252F%252F%252Fs%253D/timespan/",
  );
});

test("the blade takes what the link carries: its parameters are the parts of the link", async () => {
  const query = { kql: "KubeEvents | take 3", ...span };
  const { extensionName, bladeName, parameters } = await logsBlade(query, { resourceId }, gzip);
  expect(parameters).toEqual(partsOf(await logsLink(query, { resourceId }, gzip)));
  expect([extensionName, bladeName]).toEqual([
    "Microsoft_OperationsManagementSuite_Workspace",
    "Logs.ReactView",
  ]);
});

test("the link of an alert's query stays short enough for any browser", async () => {
  const facts = [{ name: "Pod name", value: "a".repeat(253) }];
  const details = alertDetails(anAlert(), { facts });
  const [query] = logQueryFor(details, {
    tables: "azureDiagnostics",
    clusterId: resourceId,
    now: new Date(),
  });
  expect(query && (await logsLink(query, { resourceId }, gzip)).length).toBeLessThan(2000);
});

test("a failing gzip fails the link", async () => {
  const broken = () => Promise.reject(new Error("no stream"));
  await expect(logsLink({ kql: "x", ...span }, { resourceId }, broken)).rejects.toThrow("no stream");
});
