import DOMPurify from "dompurify";
import { useMemo } from "react";
import { trustedLink } from "../../Client/Domain/trustedLink";
import { themeStyles, useStyles } from "./useStyles";

const allowedTags = ["a", "b", "br", "code", "em", "i", "li", "ol", "p", "pre", "strong", "ul"];

/**
 * HTML from the service, reduced to text, lists and emphasis. Links to Microsoft's hosts stay links and open in a new tab; of
 * any other link the text stays.
 */
export function SanitizedHtml({ html }: { readonly html: string }) {
  const clean = useMemo(() => sanitize(html), [html]);
  const classes = useStyles(htmlStyles);
  return <div className={classes.html} dangerouslySetInnerHTML={{ __html: clean }} />;
}

export function sanitize(html: string): string {
  const body = document.createElement("div");
  body.append(
    DOMPurify.sanitize(html, {
      ALLOWED_TAGS: allowedTags,
      ALLOWED_ATTR: ["href"],
      RETURN_DOM_FRAGMENT: true,
    }),
  );
  for (const link of body.querySelectorAll("a")) {
    const href = trustedLink(link.getAttribute("href"));
    if (href === undefined) {
      link.replaceWith(...link.childNodes);
    } else {
      link.setAttribute("href", href);
      link.setAttribute("target", "_blank");
      link.setAttribute("rel", "noopener noreferrer");
    }
  }
  return body.innerHTML;
}

const htmlStyles = themeStyles((theme) => ({
  html: {
    selectors: {
      a: { color: theme.semanticColors.link },
      code: { fontFamily: "Consolas, monospace" },
      "ol, ul": { margin: 0, paddingLeft: 20 },
      p: { margin: "0 0 8px" },
    },
  },
}));
