import { add, clear, clearItem, get, getOrAdd } from "../../../Extension/PortalSdk/DataCache";
import { getFeatureValue, isFeatureEnabled } from "../../../Extension/PortalSdk/Environment";
import { ArmId } from "../../../Extension/PortalSdk/ResourceManagement";
import { sanitizeLink } from "../../../Extension/PortalSdk/Navigation";

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

test("a rejected promise is kept as well", async () => {
  const failing = () => Promise.reject(new Error("no"));
  await expect(getOrAdd("a", failing)).rejects.toThrow("no");
  await expect(getOrAdd("a", () => Promise.resolve(1))).rejects.toThrow("no");
});

test("what is kept until the view closes is forgotten then, the rest is not", () => {
  void add("view", Promise.resolve(1), "ViewClose");
  void add("portal", Promise.resolve(2));
  clear("ViewClose");
  expect(get("view")).toBeUndefined();
  expect(get("portal")).toBeDefined();
});

test("an expired entry is gone", () => {
  void add("a", Promise.resolve(1), 0);
  expect(get("a")).toBeUndefined();
});

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

test("only https links are sane", async () => {
  expect(await sanitizeLink("https://learn.microsoft.com/")).toBe("https://learn.microsoft.com/");
  expect(await sanitizeLink("javascript:alert(1)")).toBe("");
});
