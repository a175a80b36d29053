import {
  getAllSettingsKeys,
  readSettings,
  removeSettings,
  writeSetting,
} from "../../../Extension/PortalSdk/PersistentStorage";
import { connectPortal } from "../../../Extension/PortalSdk/portalConnection";
import { changedSettings, settingsOf, type SettingChanges } from "../../../Extension/PortalSdk/settings";
import type { PortalHost } from "../../../Extension/PortalSdk/portalHost";

let stored: unknown;
connectPortal({
  readSettings: () => Promise.resolve(stored),
  changeSettings(changes: SettingChanges) {
    stored = changedSettings(settingsOf(stored), changes);
    return Promise.resolve();
  },
} as unknown as PortalHost); // Nothing else is called here.

const kept = { grids: "{}", pendingFixes: "[]", "planSave /subscriptions/1": "x" };
const keys = Object.keys(kept);
const damaged: readonly unknown[] = [5, null, true, { a: "b" }, ["x"], undefined];

test.each(keys)("%s that is damaged costs none of the others, and can be written anew", async (key) => {
  const { [key as keyof typeof kept]: own, ...others } = kept;
  for (const value of damaged) {
    stored = { ...kept, [key]: value };
    expect(await readSettings(...keys)).toEqual(others);
    expect(await getAllSettingsKeys()).toEqual(Object.keys(others));
    await writeSetting("new", "y");
    expect(stored).toEqual({ ...others, new: "y" });
    stored = { ...kept, [key]: value };
    await writeSetting(key, own);
    expect(stored).toEqual(kept);
    stored = { ...kept, [key]: value };
    await removeSettings(key);
    expect(stored).toEqual(others);
  }
});

test.each([null, undefined, "{", 7, [1]])("a store that is %j as a whole is an empty one", async (whole) => {
  stored = whole;
  expect(await readSettings(...keys)).toEqual({});
  await writeSetting("grids", "{}");
  expect(stored).toEqual({ grids: "{}" });
});

test("a key that every object has is none that was stored", async () => {
  stored = JSON.parse('{"grids":"{}","__proto__":"x","constructor":{"prototype":{}}}');
  expect(await readSettings("constructor", "toString", "grids")).toEqual({ grids: "{}" });
  await writeSetting("__proto__", "y");
  expect(Object.getPrototypeOf(stored)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).grids).toBeUndefined();
});
