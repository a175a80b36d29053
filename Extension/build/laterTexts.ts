import type { Configuration, Stats } from "@rspack/core";
import { readFileSync } from "node:fs";
import { typescriptRule } from "./localPortal.config";
import { portalConfig, type PortalBundle } from "./portal.config";
import { stringsIn } from "./portalStrings";
import { runBuild } from "./runBuild";

/**
 * Files of the texts that no view needs from its first line on. Which module needs what is the bundler's to say, so it bundles once with
 * texts as files like others, and is asked. Nothing of that is kept.
 */
export async function laterTextsOf(bundle: PortalBundle): Promise<ReadonlySet<string>> {
  const { optimization, module: _, ...config } = portalConfig(bundle);
  const trial: Configuration = {
    ...config,
    devtool: false,
    module: { rules: [typescriptRule] },
    // Each file by itself, where it is used.
    optimization: { ...optimization, minimize: false, concatenateModules: false, inlineExports: false },
  };
  return filesOnlyLater(await runBuild(trial));
}

function filesOnlyLater(stats: Stats): ReadonlySet<string> {
  const { chunks = [] } = stats.toJson({
    all: false,
    chunks: true,
    chunkModules: true,
    chunkModulesSpace: Number.MAX_SAFE_INTEGER,
    dependentModules: true,
  });
  const textsOf = (isInitial: boolean) =>
    chunks
      .filter(({ initial }) => initial === isInitial)
      .flatMap(({ modules = [] }) => modules.map(({ nameForCondition = "" }) => nameForCondition))
      .filter((file) => file.endsWith(".resjson.ts"));
  const first = new Set(textsOf(true));
  return new Set(textsOf(false).filter((file) => !first.has(file)));
}

/** Names of the texts in files. */
export function namesIn(files: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...files].flatMap((file) => Object.keys(stringsIn(readFileSync(file, "utf8")))));
}
