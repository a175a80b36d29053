import { PassThrough, Readable } from "node:stream";
import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { worstPerClusterQuery } from "../../../Client/Clusters/clusters.query";
import {
  clusterWorstFromRow,
  type ClusterWorst,
  type WorstKind,
} from "../../../Client/Clusters/clusterWorst";
import { clusterScopeOf } from "../../../Client/Core/clusterScope";
import { recommendationLevels, worstLevel, type Level } from "../../../Client/Core/level";
import { createServices } from "../../../Client/services";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { startArmEmulator, type ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { askGraph } from "../../../Extension/LocalPortal/AzureMode/askGraph";
import { listClusters } from "../../../Extension/LocalPortal/AzureMode/listClusters";
import { pickCluster } from "../../../Extension/LocalPortal/AzureMode/pickCluster";
import { createEmulatorHost } from "../../Support/emulatorHost";
import { createFakeClock } from "../../Support/fakeClock";
import { startRemoteAzure } from "../../Support/remoteAzure";
import { startSignedIn, type SignedIn } from "../../Support/signedIn";

const findingKinds: readonly WorstKind[] = ["alerts", "vulnerabilities", "misconfigurations"];
const levels: readonly Level[] = [...recommendationLevels, "Informational"];

/** What the page of a cluster counts in its tiles, in the words of the list. */
async function worstOnPage(emulator: ArmEmulator, clusterId: string): Promise<ClusterWorst> {
  const scope = clusterScopeOf(clusterId);
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  const { cluster } = scope;
  const httpClient = createHostHttpClient(createEmulatorHost(emulator));
  const services = createServices(
    createAzure({ httpClient, subscriptionId: cluster.subscriptionId }),
    cluster,
  );
  const pages = await Promise.all(
    findingKinds.map(async (kind) => ({ kind, page: await services[kind].listPage(undefined) })),
  );
  const level = levels.find((one) => pages.some(({ page }) => worstLevel(levels, page.levels ?? {}) === one));
  if (level !== undefined) {
    const kinds = pages.filter(({ page }) => worstLevel(levels, page.levels ?? {}) === level);
    return { state: "found", level, kinds: kinds.map(({ kind }) => kind) };
  }
  const isAssessed = pages.some(({ kind, page }) => kind !== "alerts" && (page.evaluated ?? 0) > 0);
  return { state: isAssessed ? "nothingOpen" : "unknown" };
}

async function worstInList({ url, token }: ArmEmulator): Promise<ReadonlyMap<string, ClusterWorst>> {
  const read = async ({ target, content }: { readonly target: string; readonly content?: unknown }) => {
    const answer = await fetch(`${url}${target}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(content),
    });
    return { status: answer.status, headers: {}, content: (await answer.json()) as unknown };
  };
  const rows = await askGraph({ read }, worstPerClusterQuery());
  return new Map(
    rows.flatMap((row) => {
      const read = clusterWorstFromRow(row);
      return read ? [[read.id, read.worst] as const] : [];
    }),
  );
}

test.each<ScenarioName>([
  "busy",
  "healthy",
  "cspm-off",
  "cspm-only",
  "plan-off",
  "cspm-free-off",
  "never-scanned",
])("%s: the list says of each cluster what its page says", async (scenario) => {
  const emulator = await startArmEmulator({ scenario });
  const list = await worstInList(emulator);
  const ids = emulator.world.clusters.map(({ id }) => id);
  const expected = await Promise.all(ids.map((id) => worstOnPage(emulator, id)));
  expect(ids.map((id) => list.get(id.toLowerCase()) ?? { state: "unknown" })).toEqual(expected);
  await emulator.close();
});

test("what is throttled is asked again when Azure says, and a person is told about the wait", async () => {
  const azure = await startRemoteAzure({ scenario: "throttled" });
  const { access, emulator } = azure;
  const clock = createFakeClock(Date.now());
  const told: string[] = [];
  const terminal = { input: Readable.from(["1\n"]), output: new PassThrough() };
  const id = await pickCluster({ ...access, clock }, terminal, (line) => told.push(line));
  await azure.close();
  expect(emulator.world.clusters.map((cluster) => cluster.id.toLowerCase())).toContain(id.toLowerCase());
  expect(clock.sleeps).toHaveLength(2);
  expect(Math.min(...clock.sleeps)).toBeGreaterThanOrEqual(2_000);
  expect(told).toEqual(Array(2).fill("Azure gets too many requests. We'll try again in 3 s."));
});

describe("after `az login`", () => {
  let signedIn: SignedIn;
  beforeAll(async () => {
    signedIn = await startSignedIn();
  });
  afterAll(() => signedIn.close());

  const graphQueries = ({ requests }: ArmEmulator) =>
    requests.filter(({ path }) => path.includes("ResourceGraph"));

  test("clusters of all tenants are listed, and what can't be read is said", async () => {
    const { azure } = signedIn;
    const { access, emulator } = azure;
    const fabrikam = await azure.addTenant("11111111-2222-3333-4444-555555555555", "Fabrikam");
    const locked = { tenantId: "99999999-2222-3333-4444-555555555555", displayName: "Locked" };
    Object.assign(emulator.world, { guestTenants: [...emulator.world.guestTenants, locked] });
    const list = await listClusters(access);
    expect(list.tenants).toEqual(["Contoso", "Fabrikam", "Locked"]);
    const { length } = emulator.world.clusters;
    expect(list.clusters.map(({ tenant }) => tenant)).toEqual([
      ...Array<string>(length).fill("Contoso"),
      ...Array<string>(length).fill("Fabrikam"),
    ]);
    expect(list.clusters.every(({ worst }) => worst.state === "found")).toBe(true);
    expect(list.gaps).toEqual([
      expect.stringMatching(/^We couldn't list the clusters in tenant Locked\. The /),
    ]);
    expect(graphQueries(fabrikam)).toHaveLength(2);

    const one = await listClusters({ ...access, tenantId: "11111111-2222-3333-4444-555555555555" });
    expect(one).toMatchObject({ gaps: [], clusters: { length } });
  });

  test("1,200 clusters come in two pages, with one query for what was found in them", async () => {
    const { access, emulator } = signedIn.azure;
    const [main] = emulator.world.clusters;
    if (!main) {
      throw new Error("There is no cluster.");
    }
    const many = Array.from({ length: 1_200 }, (_, index) => ({
      ...main,
      ...(index === 0 ? {} : { id: `${main.id}-${index}`, name: `${main.name}-${index}` }),
      nodeResourceGroup: `${main.nodeResourceGroup}-${index}`,
    }));
    Object.assign(emulator.world, { clusters: many });
    emulator.clearRequests();
    const { clusters, gaps } = await listClusters({ ...access, tenantId: emulator.world.tenantId });
    expect(gaps).toEqual([]);
    expect(new Set(clusters.map(({ id }) => id)).size).toBe(1_200);
    expect(graphQueries(emulator)).toHaveLength(3);
    const states = clusters.map(({ worst }) => worst.state);
    expect([states.filter((state) => state === "found").length, states.includes("failed")]).toEqual([
      1,
      false,
    ]);
  });
});
