/** `npm start`: builds the views and starts the local portal, on the ARM emulator or, with `--cluster` or `--pick`, on Azure. */
import { readCommandLine, runServer, type Running } from "../ArmEmulator/commandLine";
import { localPortalConfig } from "../build/localPortal.config";
import { openBrowser } from "../build/openBrowser";
import { runBuild } from "../build/runBuild";
import { azureSwitches, azureTexts, readAzureFlags } from "./AzureMode/azureFlags";
import { runAzureMode } from "./AzureMode/runAzureMode";
import { startLocalPortal } from "./startLocalPortal";

const defaultPort = 3000;

void runServer(async () => {
  const commandLine = readCommandLine(process.argv.slice(2), {
    port: defaultPort,
    switches: ["no-open", ...azureSwitches],
    texts: azureTexts,
  });
  const flags = readAzureFlags(commandLine);
  await runBuild(localPortalConfig("production"));
  const { port, scenario, switches } = commandLine;
  const portal: Running & { readonly url: string } = flags
    ? await runAzureMode({
        flags,
        port,
        terminal: { input: process.stdin, output: process.stdout },
        tell: (line) => console.error(line),
      })
    : await runOnEmulator(port, scenario);
  if (!switches.has("no-open") && !process.env.CI) {
    openBrowser(portal.url);
  }
  return portal;
});

async function runOnEmulator(port: number, scenario: Parameters<typeof startLocalPortal>[0]["scenario"]) {
  const { url, close } = await startLocalPortal({ port, scenario });
  return { url, close, line: `Local portal (${scenario}) on ${url}` };
}
