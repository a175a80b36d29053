import { rspack, type Configuration, type Stats } from "@rspack/core";

/** Bundles, and tells what went into the bundle. Rejects with the compiler's own words when anything is wrong, warnings included. */
export function runBuild(configuration: Configuration): Promise<Stats> {
  return new Promise((resolve, reject) => {
    const compiler = rspack(configuration);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error || !stats || stats.hasErrors() || stats.hasWarnings()) {
          reject(error ?? new Error(stats?.toString({ all: false, errors: true, warnings: true })));
        } else {
          resolve(stats);
        }
      });
    });
  });
}
