/** `npm start`: builds the views and starts the local portal on the ARM emulator. */
import { spawn } from "node:child_process";
import { readCommandLine, runServer } from "../ArmEmulator/commandLine";
import { localPortalConfig } from "../build/localPortal.config";
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

/** Best effort: on a machine without a browser the printed address has to do. */
function openBrowser(url: string): void {
  const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
    darwin: ["open", url],
    win32: ["cmd", "/c", "start", "", url],
  };
  const [program = "xdg-open", ...args] = openers[process.platform] ?? ["xdg-open", url];
  const opener = spawn(program, args, { stdio: "ignore", detached: true });
  opener.on("error", () => undefined);
  opener.unref();
}
