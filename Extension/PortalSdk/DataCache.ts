/** Seconds, or until the view or the portal is closed. */
export type Expiry = number | "ViewClose" | "PortalClose";

interface Entry {
  readonly promise: Promise<unknown>;
  readonly expiry: Expiry;
  readonly addedAt: number;
}

/** A frame of the local portal holds one view, so everything in it ends with the view at the latest. */
const entries = new Map<string, Entry>();

/** Keeps a promise, a rejected one too [B]: clear the item on error. */
export function add<T>(id: string, promise: Promise<T>, expires: Expiry = "PortalClose"): Promise<T> {
  entries.set(id, { promise, expiry: expires, addedAt: Date.now() });
  return promise;
}

/** The promise kept under the id; `undefined` when there is none or it has expired. */
export function get<T>(id: string): Promise<T> | undefined {
  const entry = entries.get(id);
  if (entry && typeof entry.expiry === "number" && Date.now() - entry.addedAt >= entry.expiry * 1000) {
    entries.delete(id);
    return undefined;
  }
  return entry?.promise as Promise<T> | undefined; // Whoever added it under this id knows its type.
}

export function getOrAdd<T>(
  id: string,
  factory: () => Promise<T>,
  expires: Expiry = "PortalClose",
): Promise<T> {
  return get<T>(id) ?? add(id, factory(), expires);
}

export function clearItem(id: string): void {
  entries.delete(id);
}

/** Forgets everything that was to be kept until the given event. */
export function clear(type: "ViewClose" | "PortalClose" = "PortalClose"): void {
  for (const [id, { expiry }] of entries) {
    if (expiry === type) {
      entries.delete(id);
    }
  }
}
