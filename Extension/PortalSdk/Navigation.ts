import { openContextPane } from "./Az";
import type { BladeReference } from "./portalHost";

export { openContextPane };

/** References to views of this extension by name [S]. */
export const BladeReferences = {
  forBlade: (bladeName: string) => ({
    createReference: ({
      parameters = {},
    }: {
      readonly parameters?: Readonly<Record<string, unknown>>;
    }): BladeReference => ({
      extensionName: "AksSecurityDashboard",
      bladeName,
      parameters,
    }),
  }),
};

/** The link if the portal trusts it, else an empty string: https only [S; the rule is this stand-in's]. */
export function sanitizeLink(href: string): Promise<string> {
  const isTrusted = URL.canParse(href) && new URL(href).protocol === "https:";
  return Promise.resolve(isTrusted ? href : "");
}
