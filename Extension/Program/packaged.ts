/** The program in the package, beside the views that were built into it. */
import path from "node:path";
import { runProgram } from "./runProgram";

void runProgram(process.argv.slice(2), {
  takesTime: false,
  folder: () => Promise.resolve(path.join(__dirname, "views")),
});
