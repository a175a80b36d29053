import { portalHost } from "./portalConnection";
import { settingsOf, type Settings } from "./settings";

/** Keeps a text for the signed-in user, for 30 days [D]. Rejects beyond the portal's limits. */
export async function writeSetting(key: string, value: string): Promise<void> {
  await (await portalHost()).changeSettings({ [key]: value });
}

async function readable(): Promise<Settings> {
  return settingsOf(await (await portalHost()).readSettings());
}

/** The settings that are there, by key. */
export async function readSettings(...keys: readonly string[]): Promise<Settings> {
  const settings = await readable();
  return Object.fromEntries(Object.entries(settings).filter(([key]) => keys.includes(key)));
}

export async function removeSettings(...keys: readonly string[]): Promise<void> {
  await (await portalHost()).changeSettings(Object.fromEntries(keys.map((key) => [key, null])));
}

export async function getAllSettingsKeys(): Promise<readonly string[]> {
  return Object.keys(await readable());
}

export async function clear(): Promise<void> {
  await removeSettings(...(await getAllSettingsKeys()));
}
