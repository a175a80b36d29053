import { openContextPane, type PaneReference } from "./Az";
import { portalHost } from "./portalConnection";
import { noteSanitized } from "./sanitizedLinks";

export { openContextPane };

/** References to views of this extension by name [S]. */
export const BladeReferences = {
  forBlade: (bladeName: string) => ({
    createReference: ({
      parameters = {},
      onClosed,
    }: Pick<PaneReference, "parameters" | "onClosed">): PaneReference => ({
      extensionName: "AksSecurityDashboard",
      bladeName,
      parameters,
      ...(onClosed ? { onClosed } : {}),
    }),
  }),
};

/**
 * The address to show in place of an external link: the link itself, the same for another cloud, or a page of the portal that asks
 * before it leads there [S, D how-to-link-to-external-domains]. Empty for what isn't https: that is this stand-in's rule.
 */
export async function sanitizeLink(href: string): Promise<string> {
  const isWeb = URL.canParse(href) && new URL(href).protocol === "https:";
  const link = isWeb ? await (await portalHost()).sanitizeLink(href) : "";
  noteSanitized(link);
  return link;
}
