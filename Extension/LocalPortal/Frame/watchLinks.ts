import { isSanitized } from "../../PortalSdk/sanitizedLinks";

/** Calls for each external link on the page that `sanitizeLink` has not given, as the portal's runtime logs them as errors. */
export function watchLinks(page: Document, onUnsafe: (href: string) => void): void {
  const check = (element: Element) => {
    const href = element.getAttribute("href") ?? "";
    if (/^https?:/i.test(href) && !isSanitized(href)) {
      onUnsafe(href);
    }
  };
  const checkWithin = (node: Node) => {
    if (node instanceof Element) {
      [node, ...node.querySelectorAll("a[href]")].filter(({ tagName }) => tagName === "A").forEach(check);
    }
  };
  new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes) {
      (type === "attributes" ? [target] : [...addedNodes]).forEach(checkWithin);
    }
  }).observe(page, { attributeFilter: ["href"], childList: true, subtree: true });
}
