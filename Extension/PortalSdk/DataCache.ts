import { cloned } from "./frameValues";

/** Seconds, or until the view or the portal is closed. */
export type Expiry = number | "ViewClose" | "PortalClose";

/** What became of a promise. */
type Outcome =
  | { readonly kind: "resolved"; readonly value: unknown }
  | { readonly kind: "rejected"; readonly error: unknown };

interface Entry {
  readonly outcome: Promise<Outcome>;
  readonly expiry: Expiry;
  readonly addedAt: number;
}

/** A frame of the local portal holds one view, so everything in it ends with the view at the latest. */
const entries = new Map<string, Entry>();
/** Those that asked for what isn't there yet, by id. */
const waiting = new Map<string, ((entry: Entry) => void)[]>();

/**
 * Keeps what a promise comes to, a rejection too [B]: clear the item on error. Resolves for the caller as the promise does. Others
 * get a copy: beyond the view, the portal keeps JSON [B]; newer declarations hand values to the frame around the view, which clones
 * them (facts: portal-sdk.md §10.8). So a value with a function in it rejects here, also for the caller.
 */
export async function add<T>(id: string, promise: Promise<T>, expires: Expiry = "PortalClose"): Promise<T> {
  const kept = promise.then((value) => ({ value, copy: copyFor(expires, value, id) }));
  const outcome = kept.then(
    ({ copy }): Outcome => ({ kind: "resolved", value: copy }),
    (error: unknown): Outcome => ({ kind: "rejected", error: jsonOf(error) }),
  );
  const entry = { outcome, expiry: expires, addedAt: Date.now() };
  entries.set(id, entry);
  waiting.get(id)?.forEach((tell) => tell(entry));
  waiting.delete(id);
  const { value } = await kept;
  return value;
}

function copyFor(expires: Expiry, value: unknown, id: string): unknown {
  const copy = cloned(value, `The value of '${id}'`);
  return expires === "ViewClose" ? copy : jsonOf(copy);
}

/** What is left of a value that was written as JSON: of an `Error`, only what others have put on it. */
function jsonOf(value: unknown): unknown {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

/**
 * A copy of what is kept under the id. When there is none or it has expired: waits until it is added, or resolves to
 * `undefined` if that is wanted [B].
 */
export async function get<T>(id: string, undefinedOnEmpty = false): Promise<T | undefined> {
  const found = present(id);
  if (found === undefined && undefinedOnEmpty) {
    return undefined;
  }
  const entry =
    found ??
    (await new Promise<Entry>((resolve) => {
      waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
    }));
  return valueOf<T>(entry);
}

function present(id: string): Entry | undefined {
  const entry = entries.get(id);
  if (entry && typeof entry.expiry === "number" && Date.now() - entry.addedAt >= entry.expiry * 1000) {
    entries.delete(id);
    return undefined;
  }
  return entry;
}

async function valueOf<T>({ outcome }: Entry): Promise<T> {
  const found = await outcome;
  if (found.kind === "rejected") {
    throw found.error;
  }
  return cloned(found.value, "The value") as T; // The caller that added it under this id knows its type.
}

export function getOrAdd<T>(
  id: string,
  factory: () => Promise<T>,
  expires: Expiry = "PortalClose",
): Promise<T> {
  const entry = present(id);
  return entry ? valueOf<T>(entry) : add(id, factory(), expires);
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
