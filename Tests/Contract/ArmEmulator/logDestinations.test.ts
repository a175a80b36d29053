import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, graph, json, refusal, start } from "./plainHttp";

/** Writing diagnostic settings, and making the workspace that they send to. */
const version = "?api-version=2021-05-01-preview";
type Json = Readonly<Record<string, unknown>>;

const settingPath = ({ clusterId }: ArmEmulator, name: string) =>
  `${clusterId}/providers/Microsoft.Insights/diagnosticSettings/${name}${version}`;
const put = (emulator: ArmEmulator, name: string, properties: unknown) =>
  call(emulator, settingPath(emulator, name), json("PUT", { properties }));
const names = async (emulator: ArmEmulator) => {
  const path = `${emulator.clusterId}/providers/Microsoft.Insights/diagnosticSettings${version}`;
  return ((await call(emulator, path)).body.value as readonly Json[]).map(({ name }) => name);
};
const workspaceIn = ({ world }: ArmEmulator) => world.workspaces[0]?.id ?? "";
const guard = [{ category: "guard", enabled: true }];

test("a setting is kept as it was written, beside the others", async () => {
  const emulator = await start();
  const properties = { workspaceId: workspaceIn(emulator), logs: guard, future: { x: [1] } };
  const answer = await put(emulator, "mine", properties);
  expect([answer.status, answer.body]).toMatchObject([200, { name: "mine", properties }]);
  expect(await names(emulator)).toEqual(["control-plane-logs", "mine"]);
  expect((await call(emulator, settingPath(emulator, "MINE"))).body.properties).toEqual(properties);
  expect(refusal(await call(emulator, settingPath(emulator, "none")))).toMatchObject({ status: 404 });
});

test("writing one that is there replaces it, whatever the letter case of its name", async () => {
  const emulator = await start();
  const properties = { workspaceId: workspaceIn(emulator), logs: guard };
  await put(emulator, "CONTROL-PLANE-LOGS", properties);
  expect(await names(emulator)).toEqual(["control-plane-logs"]);
  expect((await call(emulator, settingPath(emulator, "control-plane-logs"))).body.properties).toEqual(
    properties,
  );
});

test.each<[string, (id: string) => unknown, string]>([
  ["no properties", () => undefined, "must have properties"],
  ["no destination", () => ({ logs: guard }), "At least one data sink"],
  ["a workspace that is not there", (id) => ({ workspaceId: `${id}9`, logs: guard }), "was not found"],
  ["an unknown category", (id) => ({ workspaceId: id, logs: [{ category: "x", enabled: true }] }), "'x'"],
  ["an unknown group", (id) => ({ workspaceId: id, logs: [{ categoryGroup: "x", enabled: true }] }), "'x'"],
  ["neither on nor off", (id) => ({ workspaceId: id, logs: [{ category: "guard" }] }), "enabled"],
  [
    "groups beside categories",
    (id) => ({ workspaceId: id, logs: [...guard, { categoryGroup: "audit", enabled: true }] }),
    "cannot be used in one",
  ],
])("%s is a 400 that says so", async (_, properties, said) => {
  const emulator = await start();
  const answer = await put(emulator, "mine", properties(workspaceIn(emulator)));
  expect([answer.status, answer.body.error?.message]).toEqual([400, expect.stringContaining(said)]);
  expect(await names(emulator)).toEqual(["control-plane-logs"]);
});

test("one category goes to one workspace only once, and there are at most five settings", async () => {
  const emulator = await start();
  const properties = { workspaceId: workspaceIn(emulator), logs: guard };
  await put(emulator, "first", properties);
  const second = await put(emulator, "second", properties);
  expect(refusal(second)).toMatchObject({ status: 409, code: "Conflict" });
  expect(second.body.error?.message).toContain("'first'");
  for (const name of ["3", "4", "5"]) {
    expect((await put(emulator, name, { storageAccountId: "/s" })).status).toBe(200);
  }
  expect((await put(emulator, "6", { storageAccountId: "/s" })).status).toBe(400);
  expect((await put(emulator, "5", { storageAccountId: "/t" })).status).toBe(200);
});

test("the reader may not", async () => {
  const emulator = await start({ scenario: "reader" });
  const answer = await put(emulator, "mine", { workspaceId: workspaceIn(emulator), logs: guard });
  expect(answer.body.error?.message).toContain("'Microsoft.Insights/diagnosticSettings/write'");
});

describe("making a workspace", () => {
  const groupOf = ({ world }: ArmEmulator) =>
    `/subscriptions/${world.subscriptionId}/resourceGroups/new-logs`;
  const workspaceOf = (emulator: ArmEmulator) =>
    `${groupOf(emulator)}/providers/Microsoft.OperationalInsights/workspaces/central`;
  const putAt = (emulator: ArmEmulator, path: string, apiVersion: string, body: unknown) =>
    call(emulator, `${path}?api-version=${apiVersion}`, json("PUT", body));
  const here = { location: "westeurope" };

  test("its group comes first; then it is created, and Resource Graph has both", async () => {
    let time = Date.parse("2026-11-24T12:00:00Z");
    const emulator = await start({ now: () => new Date(time) });
    const [group, workspace] = [groupOf(emulator), workspaceOf(emulator)];
    const early = await putAt(emulator, workspace, "2021-06-01", here);
    expect(refusal(early)).toMatchObject({ status: 404, code: "ResourceGroupNotFound" });
    expect(refusal(await call(emulator, `${group}?api-version=2019-05-01`))).toMatchObject({ status: 404 });
    expect((await putAt(emulator, group, "2019-05-01", here)).status).toBe(201);
    expect((await putAt(emulator, group, "2019-05-01", here)).status).toBe(200);
    const body = { ...here, properties: { sku: { name: "pernode" } } };
    const made = await putAt(emulator, workspace, "2021-06-01", body);
    expect([made.status, made.body.properties]).toMatchObject([
      201,
      { provisioningState: "Creating", sku: { name: "pernode" } },
    ]);
    time += 5000;
    const again = await putAt(emulator, workspace, "2021-06-01", here);
    expect([again.status, again.body.properties]).toMatchObject([
      200,
      { provisioningState: "Succeeded", sku: { name: "pernode" } },
    ]);
    const query =
      "resources | where name == 'central' | union (resourcecontainers | where name == 'new-logs')";
    const rows = (await call(emulator, graph, json("POST", { query }))).body.data as readonly Json[];
    expect(rows.map(({ id }) => id)).toEqual([workspace, group]);
  });

  test("without a location, with an unknown sku, and for the reader it is refused", async () => {
    const emulator = await start();
    const group = groupOf(emulator);
    expect(refusal(await putAt(emulator, group, "2019-05-01", {}))).toMatchObject({
      code: "LocationRequired",
    });
    await putAt(emulator, group, "2019-05-01", here);
    const workspace = workspaceOf(emulator);
    expect(refusal(await putAt(emulator, workspace, "2021-06-01", {}))).toMatchObject({ status: 400 });
    const odd = { ...here, properties: { sku: { name: "gold" } } };
    expect(refusal(await putAt(emulator, workspace, "2021-06-01", odd))).toMatchObject({ status: 400 });
    const reader = await start({ scenario: "reader" });
    expect((await putAt(reader, group, "2019-05-01", here)).body.error?.message).toContain(
      "'Microsoft.Resources/subscriptions/resourceGroups/write'",
    );
  });
});
