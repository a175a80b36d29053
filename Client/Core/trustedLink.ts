/** Portals by exact name: `*.azure.com` also holds machines of customers (`*.cloudapp.azure.com`). */
const portals = new Set([
  "portal.azure.com",
  "ms.portal.azure.com",
  "rc.portal.azure.com",
  "portal.azure.us",
  "portal.azure.cn",
]);

/** Where Microsoft alone writes. Other hosts of microsoft.com show what anyone wrote: forms, forums, answers, sites of tenants. */
const pages = new Set([
  "azure.microsoft.com",
  "docs.microsoft.com",
  "go.microsoft.com",
  "learn.microsoft.com",
  "msrc.microsoft.com",
  "security.microsoft.com",
  "support.microsoft.com",
  "technet.microsoft.com",
  "www.microsoft.com",
]);

/** Where readers write on those hosts: questions and answers, profiles, collections. */
const ofReaders = new Set(["answers", "collections", "community", "forums", "plans", "users"]);

/** Parts of the portal that act on what the link says: deployments, templates, offers, queries. */
const doingExtensions = /^(?:hubsextension|microsoft_azure_(?:createuidef|marketplace|gallery|template))/;
const doingBlades = /deploy|template|create|import|query|shell/;

/** `en-us`, which stands before all else in a path. */
const locale = /^[a-z]{2}(?:-[a-z]{2,8})+$/;

const longest = 8192;

/**
 * The link, if it may be offered to a user: https, one of Microsoft's hosts at its own port, and in the portal nothing but a
 * place to look at. Alerts carry text that an attacker can influence, so anything else must be shown as text. `undefined` when
 * the link is not trusted.
 */
export function trustedLink(href: unknown): string | undefined {
  if (typeof href !== "string" || href.length > longest || !URL.canParse(href)) {
    return undefined;
  }
  const url = new URL(href);
  const host = url.hostname.toLowerCase();
  const isTrusted = (pages.has(host) && isOfMicrosoft(url)) || (portals.has(host) && isPlaceInPortal(url));
  return isPlain(url) && isTrusted ? url.href : undefined;
}

function isPlain({ protocol, port, username, password }: URL): boolean {
  return protocol === "https:" && port === "" && username === "" && password === "";
}

/** A link to the portal as Resource Graph gives it, without its scheme; `undefined` when there is none or it is not trusted. */
export function portalLink(link: unknown): string | undefined {
  if (typeof link !== "string" || link.trim() === "") {
    return undefined;
  }
  return trustedLink(/^https?:/i.test(link) ? link : `https://${link}`);
}

/** Microsoft's own page on a host that has those of readers too. */
function isOfMicrosoft({ pathname }: URL): boolean {
  const parts = decoded(pathname)
    ?.toLowerCase()
    .split(/[/\\]+/)
    .slice(1) ?? [".."];
  const [first = "", second = ""] = parts;
  return !parts.includes("..") && !ofReaders.has(locale.test(first) ? second : first);
}

/**
 * The path of the portal's address chooses a directory, its query chooses code (`testExtensions`, `feature.…`), and a fragment
 * can start to create what a template at any address says (`#create/Microsoft.Template/uri/…`), or hold it. Places of findings
 * need none of that.
 */
function isPlaceInPortal({ pathname, search, hash }: URL): boolean {
  const place = decoded(hash.slice(1))?.toLowerCase();
  if (pathname !== "/" || search !== "" || place === undefined) {
    return false;
  }
  const parts = place.split("/").filter((part) => part !== "");
  return (
    !place.includes("://") &&
    !/[?\\]|testextensions/.test(place) &&
    !parts.some((part) => part === "create" || /ur[il]$/.test(part) || /deployment/.test(part)) &&
    !isDoing(parts[0]?.startsWith("@") ? parts.slice(1) : parts)
  );
}

function isDoing([kind = "", extension = "", blade = ""]: readonly string[]): boolean {
  const isBlade = kind === "blade" || kind === "view";
  return kind === "cloudshell" || (isBlade && (doingExtensions.test(extension) || doingBlades.test(blade)));
}

/** Without any escapes, however often it was escaped; `undefined` when it is no text or never comes to an end. */
function decoded(text: string): string | undefined {
  let now = text;
  for (let times = 0; times < 5; times += 1) {
    try {
      const next = decodeURIComponent(now);
      if (next === now) {
        return now;
      }
      now = next;
    } catch {
      return undefined; // Not UTF-8.
    }
  }
  return undefined;
}
