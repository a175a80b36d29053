/** `npm start`: builds the views and starts the local portal on the ARM emulator. */
import { readCommandLine, runServer } from "../ArmEmulator/commandLine";
import { localPortalConfig } from "../build/localPortal.config";
import { openBrowser } from "../build/openBrowser";
import { runBuild } from "../build/runBuild";
import { startLocalPortal } from "./startLocalPortal";

const defaultPort = 3000;

void runServer(async () => {
  const { port, scenario, switches } = readCommandLine(process.argv.slice(2), {
    port: defaultPort,
    switches: ["no-open"],
  });
  await runBuild(localPortalConfig("production"));
  const portal = await startLocalPortal({ port, scenario });
  if (!switches.has("no-open") && !process.env.CI) {
    openBrowser(portal.url);
  }
  return { line: `Local portal (${scenario}) on ${portal.url}`, close: () => portal.close() };
});
