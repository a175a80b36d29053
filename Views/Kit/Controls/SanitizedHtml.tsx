import { DefaultButton } from "@fluentui/react";
import DOMPurify from "dompurify";
import { useMemo, useState } from "react";
import { readableText } from "../../../Client/Core/visibleText";
import { plainLines } from "../../../Client/Core/plainText";
import { trustedLink } from "../../../Client/Core/trustedLink";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "./formatNumber";
import { Controls } from "./Controls.resjson";
import { useSafeLinks, type SafeLinks } from "../Session/useSafeLinks";
import { themeStyles, useStyles } from "./useStyles";

const allowedTags = ["a", "b", "br", "code", "em", "i", "li", "ol", "p", "pre", "strong", "ul"];
/** Several times what Microsoft's longest recommendation says; it is shown at once. */
const usuallyShown = 20_000;

/**
 * HTML from the service, reduced to text, lists and emphasis. Links to Microsoft's hosts stay links and open in a new tab; of
 * any other link the text stays. A very long text is cut until the user asks for all of it.
 */
export function SanitizedHtml({ html }: { readonly html: string }) {
  const [wanted, setWanted] = useState<string>();
  const isCut = html.length > usuallyShown && wanted !== html;
  const clean = useMemo(() => sanitize(isCut ? beginningOf(html) : html), [html, isCut]);
  const links = useSafeLinks(useMemo(() => linksIn(clean), [clean]));
  const shown = useMemo(() => withLinks(clean, links), [clean, links]);
  const classes = useStyles(htmlStyles);
  return (
    <>
      <div className={classes.html} dangerouslySetInnerHTML={{ __html: shown }} />
      {isCut && (
        <>
          <p>{format(Controls.cutText, formatNumber(usuallyShown), formatNumber(html.length))}</p>
          <DefaultButton text={Controls.showAll} onClick={() => setWanted(html)} />
        </>
      )}
    </>
  );
}

/** Not within a tag, a link or a word where that can be helped. */
function beginningOf(html: string): string {
  const start = html.slice(0, usuallyShown);
  const end = Math.max(start.lastIndexOf(" "), start.lastIndexOf(">") + 1);
  return end > usuallyShown / 2 ? start.slice(0, end) : start;
}

function sanitize(html: string): string {
  const body = document.createElement("div");
  try {
    body.append(fragmentOf(html));
    for (const link of body.querySelectorAll("a")) {
      const href = trustedLink(link.getAttribute("href"));
      if (href === undefined) {
        unwrap(link);
      } else {
        link.setAttribute("href", href);
        link.setAttribute("target", "_blank");
        link.setAttribute("rel", "noopener noreferrer");
      }
    }
    makeReadable(body);
    return body.innerHTML;
  } catch {
    // Tags in tags, so deep that the parser runs out of stack: what they hold is text.
    body.textContent = readableText(plainLines(html).join("\n"));
    return body.innerHTML;
  }
}

const hasLinks = (clean: string) => clean.includes("<a ");

function linksIn(clean: string): readonly string[] {
  return hasLinks(clean)
    ? [...linkElements(templateOf(clean))].map((link) => link.getAttribute("href") ?? "")
    : [];
}

/** The same with the addresses that the portal allows; where it allows none, the text stays. */
function withLinks(clean: string, links: SafeLinks): string {
  if (!hasLinks(clean)) {
    return clean;
  }
  const template = templateOf(clean);
  for (const link of linkElements(template)) {
    const href = links.get(link.getAttribute("href") ?? "");
    if (href === undefined) {
      link.removeAttribute("href");
    } else {
      link.setAttribute("href", href);
    }
  }
  return template.innerHTML;
}

const linkElements = ({ content }: HTMLTemplateElement) => content.querySelectorAll("a[href]");

function templateOf(clean: string): HTMLTemplateElement {
  const template = document.createElement("template");
  template.innerHTML = clean;
  return template;
}

/** Texts inside show what else would be invisible, or turn others around. */
function makeReadable(body: Element): void {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    node.textContent = readableText(node.textContent ?? "");
  }
}

/** Its content stays in its place. There may be more of it than a call takes arguments. */
function unwrap(element: Element): void {
  while (element.firstChild) {
    element.before(element.firstChild);
  }
  element.remove();
}

function fragmentOf(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ["href"],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}

const htmlStyles = themeStyles((theme) => ({
  // Azure's texts are read in their own direction, and stand where the page's do.
  html: {
    unicodeBidi: "plaintext",
    textAlign: "left",
    selectors: {
      "p, li": { unicodeBidi: "plaintext" },
      a: { color: theme.semanticColors.link },
      code: { fontFamily: "Consolas, monospace" },
      "ol, ul": { margin: 0, paddingLeft: 20 },
      p: { margin: "0 0 8px" },
    },
  },
}));
