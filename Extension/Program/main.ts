/** The program in the repository: it builds the views before it serves them. */
import { localPortalOutput } from "../build/outputs";
import { runProgram } from "./runProgram";

void runProgram(process.argv.slice(2), {
  takesTime: true,
  async folder() {
    const { localPortalConfig } = await import("../build/localPortal.config");
    const { runBuild } = await import("../build/runBuild");
    await runBuild(localPortalConfig("production"));
    return localPortalOutput;
  },
});
