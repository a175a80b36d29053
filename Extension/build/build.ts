/** `npm run build`, `build:portal`, and `package`: the scripts name which. A build that fails says why and ends with 1. */
import type { CommandLine } from "../CommandLine/commandLine";
import { runTool } from "../CommandLine/runServer";
import { buildSpecs, isBuild, type BuildName } from "./buildSpecs";
import { localPortalConfig } from "./localPortal.config";
import { localPortalOutput, portalOutput } from "./outputs";
import { runBuild } from "./runBuild";
import { runPackage } from "./runPackage";
import { runPortalBuild } from "./runPortalBuild";

/** Each resolves to what it has made. */
const builds: Readonly<Record<BuildName, (line: CommandLine) => Promise<string>>> = {
  build: async ({ switches }) => {
    await runBuild(localPortalConfig(switches.has("development") ? "development" : "production"));
    return localPortalOutput;
  },
  "build:portal": async ({ switches }) => {
    await runPortalBuild({ isWhole: switches.has("whole") });
    return portalOutput;
  },
  package: runPackage,
};

const [named = "", ...rest] = process.argv.slice(2);
const [name, args] = isBuild(named) ? [named, rest] : (["build", process.argv.slice(2)] as const);

void runTool(
  buildSpecs[name],
  async (line) => {
    try {
      console.log(`Built ${await builds[name](line)}`);
      return 0;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    }
  },
  args,
);
