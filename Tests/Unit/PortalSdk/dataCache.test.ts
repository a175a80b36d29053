import { add, clear, clearItem, get, getOrAdd } from "../../../Extension/PortalSdk/DataCache";
import { getFeatureValue, isFeatureEnabled } from "../../../Extension/PortalSdk/Environment";
import { ArmId } from "../../../Extension/PortalSdk/ResourceManagement";

afterEach(() => {
  clear("ViewClose");
  clear("PortalClose");
});

test("the factory runs once per id", async () => {
  let calls = 0;
  const make = () => Promise.resolve((calls += 1));
  expect(await getOrAdd("a", make)).toBe(1);
  expect(await getOrAdd("a", make)).toBe(1);
  clearItem("a");
  expect(await getOrAdd("a", make)).toBe(2);
});

test("a rejected promise is kept as well, and of its error what JSON keeps", async () => {
  const failing = () => Promise.reject(Object.assign(new Error("no"), { httpStatusCode: 403 }));
  await expect(getOrAdd("a", failing)).rejects.toThrow("no");
  await expect(getOrAdd("a", () => Promise.resolve(1))).rejects.toEqual({ httpStatusCode: 403 });
});

test("what is kept until the view closes is forgotten then, the rest is not", async () => {
  await add("view", Promise.resolve(1), "ViewClose");
  await add("portal", Promise.resolve(2));
  clear("ViewClose");
  expect(await get("view", true)).toBeUndefined();
  expect(await get("portal", true)).toBe(2);
});

test("an expired entry is gone", async () => {
  await add("a", Promise.resolve(1), 0);
  expect(await get("a", true)).toBeUndefined();
});

test("a caller that asks for what isn't there yet waits until it's added", async () => {
  const asked = get("late");
  await add("late", Promise.resolve("here"));
  expect(await asked).toBe("here");
});

test("everyone gets a copy: in the view's own time as frames clone, beyond it as JSON", async () => {
  const value = { at: new Date(0), tags: new Set(["a"]) };
  await add("view", Promise.resolve(value), "ViewClose");
  const first = await get<typeof value>("view");
  expect(first).toEqual(value);
  expect(first).not.toBe(value);
  first?.tags.add("b");
  expect((await get<typeof value>("view"))?.tags.size).toBe(1);
  await add("portal", Promise.resolve(value));
  expect(await get("portal")).toEqual({ at: "1970-01-01T00:00:00.000Z", tags: {} });
});

test.each(["ViewClose", "PortalClose", 60] as const)(
  "functions are refused, by name, until %s",
  async (until) => {
    const session = { services: { list: () => Promise.resolve([]) } };
    const added = getOrAdd("session", () => Promise.resolve(session), until);
    await expect(added).rejects.toThrow("The value of 'session'.services.list is a function");
    clearItem("session");
  },
);

test("features are found in any letter case, and 'false' is off", () => {
  Object.assign(globalThis, { features: { one: "true", two: "false" } });
  expect(getFeatureValue("ONE")).toBe("true");
  expect([isFeatureEnabled("one"), isFeatureEnabled("two"), isFeatureEnabled("three")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("ARM ids are parsed and put together again", () => {
  const id = "/subscriptions/1/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c";
  expect(ArmId.stringify(ArmId.parse(id))).toBe(id);
  expect(() => ArmId.parse("nonsense")).toThrow("nonsense");
});
