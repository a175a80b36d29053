import { rspack, type Configuration } from "@rspack/core";
import { resolveSources, typescriptRule } from "./localPortal.config";
import { packageOutput, root } from "./outputs";

/** The program of the package: everything but the parser of KQL in its files, the views beside it. */
export function packageConfig(): Configuration {
  return {
    mode: "production",
    target: "node20",
    context: root,
    devtool: false,
    entry: { main: "./Extension/Program/packaged.ts" },
    // Where the files are is asked when they run.
    node: { __dirname: false, __filename: false },
    output: {
      path: packageOutput,
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      library: { type: "commonjs2" },
      clean: true,
    },
    resolve: {
      ...resolveSources,
      alias: {
        ...resolveSources.alias,
        // Only signing in through a browser needs it, which no credential here does; it would take this machine's paths along.
        open: false,
      },
    },
    module: { rules: [typescriptRule] },
    plugins: [new rspack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^main\.js$/ })],
    // Express looks for template engines, and none is used here.
    ignoreWarnings: [{ module: /node_modules\/express\/lib\/view\.js$/ }],
    performance: { hints: false },
  };
}
