/**
 * `npm run conformance -- --specs DIR`: compares the product and its emulator with what Microsoft publishes. With `--live --cluster
 * ID`: compares the emulator with a tenant. Ends with exit code 0 when nothing is wrong, 1 when something is, 2 when it could not be
 * looked at.
 */
import { runCommand } from "../../Extension/CommandLine/runServer";
import { conformanceCommand } from "./conformanceCommand";

void runCommand(() => conformanceCommand(process.argv.slice(2), (line) => console.log(line)));
