/**
 * `npm run doctor`: the program's `doctor`, which here looks also at what tests and builds need. `--for TASK`, which can be repeated,
 * names what has to be there. Ends with exit code 0 when it is, 1 when it is not, 2 for another command line.
 */
import { readCommandLine } from "../../Extension/CommandLine/commandLine";
import { runCommand } from "../../Extension/CommandLine/runServer";
import { runDoctor } from "../../Extension/Doctor/doctor";
import { doctorSpec } from "../../Extension/Program/commands";
import { developerTasks, examineRepository } from "./developerChecks";
import { thisSystem } from "./system";

void runCommand(() => {
  const line = readCommandLine(process.argv.slice(2), doctorSpec);
  return Promise.resolve(runDoctor(line, developerTasks, () => examineRepository(thisSystem)));
});
