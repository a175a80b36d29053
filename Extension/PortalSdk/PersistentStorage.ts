import { portalHost } from "./portalConnection";
import type { Settings } from "./settings";

/** Keeps a text for the signed-in user, for 30 days [D]. Rejects beyond the portal's limits. */
export async function writeSetting(key: string, value: string): Promise<void> {
  await (await portalHost()).changeSettings({ [key]: value });
}

/** What is stored and is a text: one that is damaged is gone, and takes no other with it. */
async function readable(): Promise<Settings> {
  const stored: unknown = await (await portalHost()).readSettings();
  const entries = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
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
