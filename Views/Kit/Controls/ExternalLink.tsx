import { Icon, Link } from "@fluentui/react";
import type { ReactNode } from "react";
import { Findings } from "../Screens/Findings.resjson";

/** A link that leaves the portal page. The opened page learns nothing of where it came from. */
export function ExternalLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link
      href={href}
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
