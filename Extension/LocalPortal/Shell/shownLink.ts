import { isWebLink, verifyLinkHash } from "./route";

/**
 * Sites to which the portal leads without a question, each with those below it.
 *
 * [?] Assumption: Microsoft's own. Which ones the Azure portal knows isn't public, nor how an extension adds to them.
 */
const knownSites: readonly string[] = ["microsoft.com", "azure.com", "azure.us", "azure.cn", "windows.net"];

/**
 * The address to show in place of an external link, as the portal's `sanitizeLink` gives it: the link, a page that asks before it leads
 * there, or nothing for what is no page of the web. `page`: address of the shell, without its hash.
 */
export function shownLink(href: string, page: string): string {
  if (!isWebLink(href)) {
    return "";
  }
  const { hostname } = new URL(href);
  const isKnown = knownSites.some((site) => hostname === site || hostname.endsWith(`.${site}`));
  return isKnown ? href : `${page}${verifyLinkHash(href)}`;
}
