/** `npm run arm`: the ARM emulator alone. */
import { readCommandLine, runServer } from "../CommandLine/commandLine";
import { warmUp } from "./Kql/warmUp";
import { readScenario, scenarioFlag } from "./Scenarios/readScenario";
import { startArmEmulator } from "./startArmEmulator";

const defaultPort = 8001;

void runServer(async (tell) => {
  const commandLine = readCommandLine(process.argv.slice(2), { port: defaultPort, texts: [scenarioFlag] });
  const { port } = commandLine;
  const scenario = readScenario(commandLine);
  warmUp();
  const emulator = await startArmEmulator({ port, scenario, onUnknown: tell });
  return {
    line: `ARM emulator (${scenario}) on ${emulator.url} for ${emulator.clusterId} with token ${emulator.token}`,
    close: () => emulator.close(),
  };
});
