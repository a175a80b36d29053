import type { CommandLine } from "../CommandLine/commandLine";
import { runDoctor } from "../Doctor/doctor";
import { thisMachine } from "../Doctor/machine";
import { machineChecks, machineTasks } from "../Doctor/machineChecks";
import { Program as Text } from "./Program.resjson";

/** What running the packaged program needs of this machine. Resolves to the exit code. */
export function doctorCommand(line: CommandLine): number {
  return runDoctor(line, machineTasks, () => ({
    tasks: machineTasks,
    checks: machineChecks(thisMachine),
    start: (wanted) => (wanted.includes("azure") ? Text.doctorPick : Text.doctorStart),
  }));
}
