/** `npm start`: builds the views and starts the local portal, on the ARM emulator or, with `--cluster` or `--pick`, on Azure. */
import { readCommandLine, runServer } from "../CommandLine/commandLine";
import { warmUp } from "../ArmEmulator/Kql/warmUp";
import { readScenario, scenarioFlag } from "../ArmEmulator/Scenarios/readScenario";
import { localPortalConfig } from "../build/localPortal.config";
import { openBrowser } from "../CommandLine/openBrowser";
import { runBuild } from "../build/runBuild";
import { azureSwitches, azureTexts, readAzureFlags } from "./AzureMode/azureFlags";
import { runAzureMode } from "./AzureMode/runAzureMode";
import { startLocalPortal } from "./startLocalPortal";

const defaultPort = 3000;

void runServer(async (tell) => {
  const commandLine = readCommandLine(process.argv.slice(2), {
    port: defaultPort,
    switches: ["no-open", ...azureSwitches],
    texts: [scenarioFlag, ...azureTexts],
  });
  const flags = readAzureFlags(commandLine);
  const scenario = readScenario(commandLine);
  const build = runBuild(localPortalConfig("production"));
  if (!flags) {
    warmUp(); // While other threads build.
  }
  await build;
  const { port, switches } = commandLine;
  const opens = !switches.has("no-open") && !process.env.CI;
  if (flags) {
    const terminal = { input: process.stdin, output: process.stdout };
    return runAzureMode({ flags, port, opens, terminal, tell });
  }
  const { url, close } = await startLocalPortal({ port, scenario });
  if (opens) {
    openBrowser(url);
  }
  return { line: `Local portal (${scenario}) on ${url}`, close };
});
