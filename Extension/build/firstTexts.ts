import type { Configuration, Stats } from "@rspack/core";
import { readFileSync } from "node:fs";
import { portalConfig, type PortalBundle } from "./portal.config";
import { runBuild } from "./runBuild";
import { textsUsedIn, type IsFirst } from "./textsUsed";

/**
 * Which texts the modules that are loaded first need, by the names of these modules. Which file is in which module is the bundler's to
 * say, so it bundles once more and is asked. Nothing of that is kept.
 */
export async function firstTexts(bundle: PortalBundle, first: readonly string[]): Promise<IsFirst> {
  const { optimization, ...config } = portalConfig(bundle);
  const trial: Configuration = {
    ...config,
    devtool: false,
    // Each file by itself.
    optimization: { ...optimization, minimize: false, concatenateModules: false },
  };
  const files = filesIn(await runBuild(trial), first);
  return textsUsedIn(files.map((file) => readFileSync(file, "utf8")));
}

function filesIn(stats: Stats, chunkNames: readonly string[]): readonly string[] {
  const { chunks = [] } = stats.toJson({
    all: false,
    chunks: true,
    chunkModules: true,
    chunkModulesSpace: Number.MAX_SAFE_INTEGER,
    dependentModules: true,
  });
  return chunks
    .filter(({ names = [] }) => names.some((name) => chunkNames.includes(name)))
    .flatMap(({ modules = [] }) => modules.map(({ nameForCondition = "" }) => nameForCondition))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".resjson.ts"));
}
