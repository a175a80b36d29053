import { format } from "../../Client/Core/format";
import { readScenario } from "../ArmEmulator/Scenarios/readScenario";
import type { CommandLine } from "../CommandLine/commandLine";
import type { Running, Tell } from "../CommandLine/runServer";
import { Program as Text } from "./Program.resjson";

/** Starts the ARM emulator alone. Throws `CommandLineError`. */
export async function armCommand(line: CommandLine, tell: Tell): Promise<Running> {
  const scenario = readScenario(line);
  const { warmUp } = await import("../ArmEmulator/Kql/syntax");
  const { startArmEmulator } = await import("../ArmEmulator/startArmEmulator");
  warmUp();
  const { url, clusterId, token, close } = await startArmEmulator({
    port: line.port,
    scenario,
    onUnknown: tell,
  });
  return { line: format(Text.armListening, scenario, url, clusterId, token), close };
}
