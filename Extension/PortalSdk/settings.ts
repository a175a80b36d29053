/** What is stored for the signed-in user, by key. */
export type Settings = Readonly<Record<string, string>>;

/** What of a store is a text: one that is damaged is gone, and takes no other with it. */
export function settingsOf(stored: unknown): Settings {
  const entries = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
  return Array.isArray(stored)
    ? {}
    : Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** New texts by key; `null` takes a key away. */
export type SettingChanges = Readonly<Record<string, string | null>>;

/** The portal's limits: characters of all keys and values of an extension, and of one key [D]. */
const mostCharacters = 10_240;
const longestKey = 256;

/** The settings after a change. Throws beyond the portal's limits. */
export function changedSettings(settings: Settings, changes: SettingChanges): Settings {
  const bad = Object.keys(changes).find((key) => key.length === 0 || key.length > longestKey);
  if (bad !== undefined) {
    throw new Error(`A key must have 1 to ${longestKey} characters.`);
  }
  const changed = Object.entries({ ...settings, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const size = changed.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  if (size > mostCharacters) {
    throw new Error(`All settings together may have ${mostCharacters} characters; these have ${size}.`);
  }
  return Object.fromEntries(changed);
}
