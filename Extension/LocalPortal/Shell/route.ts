/** What the address names, in the portal's own forms. */
export type Route =
  | { readonly kind: "resource"; readonly resourceId: string; readonly item: string }
  | {
      readonly kind: "view";
      readonly extension: string;
      readonly view: string;
      readonly parameters: Readonly<Record<string, string>>;
    };

const resourcePattern =
  /^#(?:@[^/]*\/)?resource(\/subscriptions\/.+\/providers\/[^/]+\/[^/]+\/[^/]+)(?:\/([^/]*))?$/i;

/**
 * Reads the hash: `#@tenant/resource<id>/<item>` is an item in the menu of a resource, `#view/<Extension>/<View>/<name>/<value>…` a view by
 * itself. `undefined` for anything else.
 */
export function parseRoute(hash: string): Route | undefined {
  const resource = resourcePattern.exec(hash);
  if (resource) {
    const [, resourceId = "", item = ""] = resource;
    return { kind: "resource", resourceId, item: item || "overview" };
  }
  const [head, extension, view, ...rest] = hash.split("/").map(decode);
  if (head !== "#view" || !extension || !view) {
    return undefined;
  }
  const pairs = rest.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rest[index + 1] ?? ""] as const] : [],
  );
  return { kind: "view", extension, view, parameters: Object.fromEntries(pairs) };
}

export function resourceHash(resourceId: string, item: string): string {
  return `#@contoso/resource${resourceId}/${item}`;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // Not an encoded text; whoever reads it will say what is wrong.
  }
}
