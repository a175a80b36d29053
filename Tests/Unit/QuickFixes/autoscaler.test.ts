import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient, type HostResponse } from "../../../Client/Azure/Pipeline/hostHttpClient";
import type { JsonRecord } from "../../../Client/Core/json";
import { createArmQuickFixService } from "../../../Client/QuickFixes/armQuickFixService";
import { FixChangedError } from "../../../Client/QuickFixes/fixChanged";
import { aCluster } from "../../Support/aCluster";
import { aClusterBody } from "../../Support/aLiveCluster";
import { createFakeClock } from "../../Support/fakeClock";

/** An autoscaler changes the number of nodes whenever it likes, also between our reading and our writing. */
const apps = { name: "apps", count: 4, enableAutoScaling: true, minCount: 3, maxCount: 50 };
const system = { name: "system", count: 3, enableAutoScaling: false };
const input = { ranges: ["20.50.2.0/24"], callerIp: undefined };
const quiet = () => undefined;

/** An ARM that keeps one cluster. `beforeWrite` happens when a write arrives, just before it is looked at. */
function startArm(beforeWrite: (arm: Arm, writes: number) => void) {
  const arm: Arm = { properties: { agentPoolProfiles: [system, apps] }, tags: {}, version: 1, written: [] };
  const body = () => ({ ...aClusterBody(arm.properties), tags: arm.tags, eTag: String(arm.version) });
  const answer = (status: number, content: unknown): HostResponse => ({ status, headers: {}, body: content });
  const httpClient = createHostHttpClient(({ method, headers, body: sent }) => {
    if (method === "PUT") {
      beforeWrite(arm, arm.written.length);
      arm.written.push(sent);
      if (headers["if-match"] !== String(arm.version)) {
        return Promise.resolve(
          answer(412, { error: { code: "PreconditionFailed", message: "It was changed." } }),
        );
      }
      arm.properties = (sent as { readonly properties: JsonRecord }).properties;
      arm.version += 1;
    }
    return Promise.resolve(answer(200, body()));
  });
  const clock = createFakeClock(Date.now());
  const azure = createAzure({ httpClient, subscriptionId: "1", clock, random: () => 0 });
  return { arm, fixes: createArmQuickFixService(azure, aCluster(), () => Promise.resolve([everything])) };
}

interface Arm {
  properties: JsonRecord;
  tags: JsonRecord;
  version: number;
  readonly written: unknown[];
}

const everything = { actions: ["*"], notActions: [] };

function scale(arm: Arm, count: number, pool: JsonRecord = apps): void {
  const pools = arm.properties.agentPoolProfiles as readonly JsonRecord[];
  const agentPoolProfiles = pools.map((one) => (one.name === pool.name ? { ...one, count } : one));
  arm.properties = { ...arm.properties, agentPoolProfiles };
  arm.version += 1;
}

const countsIn = (body: unknown) =>
  (
    body as { properties: { agentPoolProfiles: readonly { count: number }[] } }
  ).properties.agentPoolProfiles.map(({ count }) => count);

test("before the fix is sent, it is no conflict, and the new number is what is written", async () => {
  const { arm, fixes } = startArm(quiet);
  const seen = await fixes.readLive("authorizedIpRanges");
  scale(arm, 9);
  await fixes.apply("authorizedIpRanges", input, { seen, onProgress: quiet });
  expect(arm.written.map(countsIn)).toEqual([[3, 9]]);
});

test("between reading and writing, the refused write is made anew with the new number, not told as a conflict", async () => {
  const { arm, fixes } = startArm((now, writes) => writes < 2 && scale(now, 10 + writes));
  const seen = await fixes.readLive("authorizedIpRanges");
  await fixes.apply("authorizedIpRanges", input, { seen, onProgress: quiet });
  expect(arm.written.map(countsIn)).toEqual([
    [3, 4],
    [3, 10],
    [3, 11],
  ]);
  expect(arm.properties).toMatchObject({ apiServerAccessProfile: { authorizedIPRanges: ["20.50.2.0/24"] } });
});

test("one that never rests is given up after a few tries, and nothing is written", async () => {
  const { arm, fixes } = startArm((now, writes) => scale(now, 10 + writes));
  const seen = await fixes.readLive("authorizedIpRanges");
  const error: unknown = await fixes
    .apply("authorizedIpRanges", input, { seen, onProgress: quiet })
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FixChangedError);
  expect((error as FixChangedError).changed).toEqual([]);
  expect(arm.written).toHaveLength(5);
  expect(arm.properties).not.toHaveProperty("apiServerAccessProfile");
});

test.each<[string, (arm: Arm) => void, readonly string[]]>([
  [
    "a colleague as well",
    (arm) => {
      scale(arm, 9);
      arm.tags = { by: "az" };
    },
    ["tags.by"],
  ],
  [
    "a pool that a person scales",
    (arm) => scale(arm, 5, system),
    ["properties.agentPoolProfiles[system].count"],
  ],
])("%s between reading and writing is a conflict that names only that", async (_, change, paths) => {
  const { arm, fixes } = startArm(change);
  const seen = await fixes.readLive("authorizedIpRanges");
  const error: unknown = await fixes
    .apply("authorizedIpRanges", input, { seen, onProgress: quiet })
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FixChangedError);
  expect((error as FixChangedError).changed.map(({ path }) => path)).toEqual(paths);
  expect(arm.written).toHaveLength(1);
  expect(arm.properties).not.toHaveProperty("apiServerAccessProfile");
});
