/** What the address names, in the portal's own forms. */
export type Route =
  | {
      readonly kind: "resource";
      readonly resourceId: string;
      readonly item: string;
      /** How the page is looked at; empty: as usual. */
      readonly view: string;
    }
  | {
      readonly kind: "view";
      readonly extension: string;
      readonly view: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | {
      /** The question before a link to a site that the portal doesn't know. */
      readonly kind: "verifyLink";
      /** With https. */
      readonly href: string;
    };

const resourcePattern =
  /^#(?:@[^/]*\/)?resource(\/subscriptions\/.+\/providers\/[^/]+\/[^/]+\/[^/]+)(?:\/([^/]*)(?:\/view\/([^/]*))?)?$/i;

/**
 * Reads the hash: `#@tenant/resource<id>/<item>` is an item in the menu of a resource, `#view/<Extension>/<View>/<name>/<value>…` a view by
 * itself. `…/<item>/view/<text>` and `#verifyLink/<link>` are the local portal's own: how the item's page is looked at, and the question
 * before a link. `undefined` for anything else.
 */
export function parseRoute(hash: string): Route | undefined {
  const resource = resourcePattern.exec(hash);
  if (resource) {
    const [, resourceId = "", item = "", view = ""] = resource;
    return { kind: "resource", resourceId, item: item || "overview", view: decode(view) };
  }
  return verifyLinkRoute(hash) ?? viewRoute(hash);
}

function verifyLinkRoute(hash: string): Route | undefined {
  const [head, href = ""] = hash.split("/").map(decode);
  return head === "#verifyLink" && isWebLink(href) ? { kind: "verifyLink", href } : undefined;
}

function viewRoute(hash: string): Route | undefined {
  const [head, extension, view, ...rest] = hash.split("/").map(decode);
  if (head !== "#view" || !extension || !view) {
    return undefined;
  }
  const pairs = rest.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rest[index + 1] ?? ""] as const] : [],
  );
  return { kind: "view", extension, view, parameters: Object.fromEntries(pairs) };
}

export function resourceHash(resourceId: string, item: string, view = ""): string {
  const end = view === "" ? "" : `/view/${encodeURIComponent(view)}`;
  return `#@contoso/resource${resourceId}/${item}${end}`;
}

export function viewHash(route: Omit<Extract<Route, { readonly kind: "view" }>, "kind">): string {
  const pairs = Object.entries(route.parameters).flat();
  return ["#view", ...[route.extension, route.view, ...pairs].map(encodeURIComponent)].join("/");
}

export function verifyLinkHash(href: string): string {
  return `#verifyLink/${encodeURIComponent(href)}`;
}

/** Whether a link leads to a page of the web, by https. */
export function isWebLink(href: string): boolean {
  return URL.canParse(href) && new URL(href).protocol === "https:";
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // Not an encoded text; its reader reports what is wrong.
  }
}
