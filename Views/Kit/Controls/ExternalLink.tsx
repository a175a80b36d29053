import { Icon, Link } from "@fluentui/react";
import type { ReactNode } from "react";
import { Findings } from "../Screens/Findings.resjson";
import { useSafeLink } from "../Session/useSafeLinks";

/**
 * A link that leaves the portal page, to the address that the portal allows; until that is known it leads nowhere. The opened page
 * learns nothing of where it came from.
 */
export function ExternalLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link
      as="a"
      href={useSafeLink(href)}
      target="_blank"
      rel="noopener noreferrer"
      styles={{ root: { textDecoration: "underline" } }}
    >
      {children}
      <Icon
        iconName="NavigateExternalInline"
        styles={{ root: { marginLeft: 4 } }}
        role="img"
        aria-hidden={false}
        aria-label={Findings.openInNewTab}
      />
    </Link>
  );
}
