import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, json, start, version } from "./plainHttp";

describe("a long-running write", () => {
  const patch = (emulator: ArmEmulator, headers = {}) =>
    call(emulator, `${emulator.clusterId}${version}`, json("PATCH", { tags: { owner: "ada" } }, headers));
  const clock = () => {
    let time = Date.parse("2026-11-24T12:00:00Z");
    return { now: () => new Date(time), pass: (milliseconds: number) => (time += milliseconds) };
  };
  const stateOf = async (emulator: ArmEmulator) => {
    const { body } = await call(emulator, `${emulator.clusterId}${version}`);
    return (body.properties as { readonly provisioningState: string }).provisioningState;
  };

  test("ends although no one polls for it, and changes the eTag", async () => {
    const { now, pass } = clock();
    const emulator = await start({ now });
    const before = await call(emulator, `${emulator.clusterId}${version}`);
    expect((await patch(emulator, { "if-match": String(before.body.eTag) })).status).toBe(202);
    expect(await stateOf(emulator)).toBe("Updating");
    pass(10_000);
    expect(await stateOf(emulator)).toBe("Succeeded");
    const after = await call(emulator, `${emulator.clusterId}${version}`);
    expect(after.body).toMatchObject({ tags: { owner: "ada" } });
    expect(after.body.eTag).not.toBe(before.body.eTag);
    expect((await patch(emulator, { "if-match": String(before.body.eTag) })).status).toBe(412);
    expect((await patch(emulator, { "if-match": "*" })).status).toBe(202);
    expect((await patch(emulator)).status).toBe(409);
  });

  test("is followed by either of its links", async () => {
    const { now, pass } = clock();
    const emulator = await start({ now });
    const { headers } = await patch(emulator);
    const follow = (name: string) => call(emulator, String(headers.get(name)).replace(emulator.url, ""));
    expect((await follow("azure-asyncoperation")).body).toMatchObject({ status: "InProgress" });
    expect(await follow("location")).toMatchObject({ status: 202 });
    pass(10_000);
    expect((await follow("azure-asyncoperation")).body).toMatchObject({ status: "Succeeded" });
    expect(await follow("location")).toMatchObject({ status: 200, body: { tags: { owner: "ada" } } });
  });
});
