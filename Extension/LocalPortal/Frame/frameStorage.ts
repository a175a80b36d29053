/**
 * Puts stores of this frame alone in the place of `localStorage` and `sessionStorage`, as the portal replaces them in the frames of
 * views (facts: portal-sdk.md §1.11). Assumption: what the portal's keep beyond a view isn't known, so these keep nothing. What has to
 * last belongs into `PersistentStorage`.
 */
export function replaceStorage(window: object): void {
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { configurable: true, value: createStorage() });
  }
}

type Store = Pick<Storage, "clear" | "getItem" | "key" | "length" | "removeItem" | "setItem">;

function createStorage(): Store {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    clear: () => texts.clear(),
    getItem: (key) => texts.get(key) ?? null,
    key: (index) => [...texts.keys()][index] ?? null,
    removeItem: (key) => void texts.delete(key),
    setItem: (key, text) => void texts.set(key, String(text)),
  };
}
