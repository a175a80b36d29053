/**
 * Readers of an environment document that do what public programs do with those of real extensions (facts: portal-sdk.md §10.3). They
 * look at the text and never parse it, so its form counts: no spaces, and members in the order that they expect.
 */

/** Addresses of bundles, without a scheme, by the first module in each; of modules whose names begin as given. */
export function bundlesByModule(text: string, start: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/"(?:https:)?\/\/([^"]+\/Content\/Dynamic\/[^"]{12})":\{"([^"]+)"/g);
  return new Map(
    [...found].flatMap(([, address = "", module = ""]) =>
      module.startsWith(start) ? [[module, address] as const] : [],
    ),
  );
}

/** The hash of the bundle of texts; `undefined`: no list of them has an address. Lists of modules come before, and are passed over. */
export function textsBundle(text: string): string | undefined {
  const marker = '"*ClientResources":[';
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
    const list = text.slice(at + marker.length, text.indexOf("]", at));
    const hash = /Content\/Dynamic\/([\w-]+)/.exec(list)?.[1];
    if (hash !== undefined) {
      return hash;
    }
  }
  return undefined;
}

/** Texts by key, whatever object they are in: each `key:"text"` of a bundle's code. */
export function textsIn(code: string): ReadonlyMap<string, string> {
  const found = code.matchAll(/(?<=[{,]\s*)([A-Za-z_$][\w$]*)\s*:\s*("(?:[^"\\]|\\.)*")/g);
  return new Map([...found].map(([, key = "", text = ""]) => [key, String(JSON.parse(text))]));
}
