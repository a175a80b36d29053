import { portalOrigin } from "@microsoft/azureportal-reactview/Az";
import manifest from "../../ExtensionManifest.json";

/**
 * The address of a view in the portal. What is known (facts: portal-sdk.md §1.1, §2.8): the form of a deep link,
 * `#view/<Extension>/<View>/<name>/<value>`, values URL-encoded, is documented. That `Az.portalOrigin` is a string like
 * "https://portal.azure.com" is a guess from its name; without one, links go to the public cloud. And nothing that is
 * documented lets a view change the address or its own parameters while it is open, nor hear of "back" and "forward": the portal
 * opens the view anew, with the parameters of its link. All guesses about that stand in this file.
 */
const publicPortal = "https://portal.azure.com";
const view = "SecurityDashboard.ReactView";

/** Link that opens the dashboard of a cluster. `text`: how it is looked at; empty for the usual way. */
export function viewLink(clusterId: string, text: string): string {
  const parameters = [["id", clusterId] as const, ...(text === "" ? [] : [["view", text] as const])];
  const path = parameters.map(([name, value]) => `${name}/${encodeURIComponent(value)}`).join("/");
  return `${originOr(publicPortal)}/#view/${manifest.name}/${view}/${path}`;
}

function originOr(other: string): string {
  const origin: unknown = portalOrigin;
  return typeof origin === "string" && URL.canParse(origin) ? new URL(origin).origin : other;
}

/** Name of the event on the view's own window by which it says what is seen. The local portal listens. */
export const viewShownEvent = "aksSecurityDashboard.viewShown";

export interface ViewShown {
  readonly text: string;
  readonly how: "push" | "replace";
}

/** Reports the shown state to a listener. The portal has none: its address stays as it was when the view was opened. */
export function showView(text: string, how: ViewShown["how"]): void {
  const detail: ViewShown = { text, how };
  globalThis.dispatchEvent(new CustomEvent(viewShownEvent, { detail }));
}
