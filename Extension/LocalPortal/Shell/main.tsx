/** Bootstrap of the portal's page. Fluent reads its settings when it is loaded, so it is loaded after they are made. */
import { configureFluent, typefaceLoaded } from "../../Theme/configureFluent";

async function startShell(): Promise<void> {
  configureFluent();
  const [{ renderPortal }] = await Promise.all([import("./renderPortal"), typefaceLoaded()]);
  renderPortal();
}

void startShell();
