/** `npm run sideload`: builds for the portal and serves that over HTTPS, for the portal to load it from this machine. */
import { spawnSync } from "node:child_process";
import packageFile from "../../../package.json";
import { CommandLineError, readCommandLine } from "../../CommandLine/commandLine";
import { runServer } from "../../CommandLine/runServer";
import { root } from "../../build/outputs";
import { openBrowser } from "../../CommandLine/openBrowser";
import { readSideloadPlan, runSideload, sideloadSpec } from "./runSideload";

const buildScript = "build:portal";

void runServer(async () => {
  const commandLine = readCommandLine(process.argv.slice(2), sideloadSpec);
  const plan = readSideloadPlan(commandLine);
  const { port, switches, texts } = commandLine;
  if (texts.folder === undefined && buildScript in packageFile.scripts) {
    build();
  }
  const running = await runSideload({ port, plan, trust: switches.has("trust") });
  if (!switches.has("no-open") && !process.env.CI) {
    openBrowser(running.url);
  }
  return running;
});

function build(): void {
  const { status } = spawnSync("npm", ["run", "--silent", buildScript], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    throw new CommandLineError(`npm run ${buildScript} failed.`);
  }
}
