import { portalHost } from "./portalConnection";

/** The portal's limits: characters of all keys and values of an extension, and of one key [D]. */
const mostCharacters = 10_240;
const longestKey = 256;

/** Keeps a text for the signed-in user, for 30 days [D]. Rejects beyond the portal's limits. */
export async function writeSetting(key: string, value: string): Promise<void> {
  if (key.length === 0 || key.length > longestKey) {
    throw new Error(`A key must have 1 to ${longestKey} characters.`);
  }
  const host = await portalHost();
  const settings = { ...(await readable()), [key]: value };
  const size = Object.entries(settings).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  if (size > mostCharacters) {
    throw new Error(`All settings together may have ${mostCharacters} characters; these have ${size}.`);
  }
  await host.writeSettings(settings);
}

/** What is stored and is a text: one that is damaged is gone, and takes no other with it. */
async function readable(): Promise<Readonly<Record<string, string>>> {
  const stored: unknown = await (await portalHost()).readSettings();
  const entries = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** The settings that are there, by key. */
export async function readSettings(...keys: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const settings = await readable();
  return Object.fromEntries(Object.entries(settings).filter(([key]) => keys.includes(key)));
}

export async function removeSettings(...keys: readonly string[]): Promise<void> {
  const host = await portalHost();
  const settings = await readable();
  await host.writeSettings(
    Object.fromEntries(Object.entries(settings).filter(([key]) => !keys.includes(key))),
  );
}

export async function getAllSettingsKeys(): Promise<readonly string[]> {
  return Object.keys(await readable());
}

export async function clear(): Promise<void> {
  await (await portalHost()).writeSettings({});
}
