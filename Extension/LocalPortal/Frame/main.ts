/** Bootstrap of the view frame: meets the shell, starts the view's calls, then loads React and the view. */
import { wrap } from "comlink";
import { connectPortal } from "../../PortalSdk/portalConnection";
import type { PortalHost } from "../../PortalSdk/portalHost";
import { viewShownEvent, type ViewShown } from "../../Portal/viewAddress";
import { configureFluent, typefaceLoaded } from "../../Theme/configureFluent";
import { replaceStorage } from "./frameStorage";
import { pageSetting, startOf } from "./handshake";
import { viewRegistry } from "./viewRegistry";
import { watchLinks } from "./watchLinks";

async function startFrame(): Promise<void> {
  configureFluent();
  replaceStorage(window);
  watchLinks(document, (href) => console.error(`sanitizeLink has not given this link: ${href}`));
  const { start, port } = await startOf(window, pageSetting("shell-origin"));
  const host = wrap<PortalHost>(port);
  connectPortal(host);
  window.addEventListener(viewShownEvent, (event) => {
    const { text, how } = (event as CustomEvent<ViewShown>).detail; // Only Extension/Portal sends it.
    void host.showView(text, how);
  });
  const view = Object.hasOwn(viewRegistry, start.view) ? viewRegistry[start.view] : undefined;
  if (!view) {
    await host.showNotice({ kind: "notFound", message: start.view });
    return;
  }
  const { parameters, theme } = start;
  const prefetching = view.fetchData?.(parameters);
  const [{ renderView }, View] = await Promise.all([import("./renderView"), view.load(), typefaceLoaded()]);
  renderView(View, parameters, theme);
  await prefetching;
}

void startFrame();
