/** Portals by exact name: `*.azure.com` also holds machines of customers (`*.cloudapp.azure.com`). */
const trustedHosts = [
  "portal.azure.com",
  "ms.portal.azure.com",
  "rc.portal.azure.com",
  "portal.azure.us",
  "portal.azure.cn",
];
const trustedSuffix = ".microsoft.com";

/**
 * The link, if it may be offered to a user: https and a Microsoft host. Alerts carry text that an attacker can influence,
 * so anything else must be shown as text. `undefined` when the link is not trusted.
 */
export function trustedLink(href: unknown): string | undefined {
  if (typeof href !== "string" || !URL.canParse(href)) {
    return undefined;
  }
  const url = new URL(href);
  const host = url.hostname.toLowerCase();
  const trusted = trustedHosts.includes(host) || host.endsWith(trustedSuffix);
  return url.protocol === "https:" && trusted && url.username === "" ? url.href : undefined;
}

/** A link to the portal as Resource Graph gives it, without its scheme; `undefined` when there is none or it is not trusted. */
export function portalLink(link: unknown): string | undefined {
  if (typeof link !== "string" || link.trim() === "") {
    return undefined;
  }
  return trustedLink(/^https?:/i.test(link) ? link : `https://${link}`);
}
