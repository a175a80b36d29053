import { rspack, type Configuration, type RuleSetRule } from "@rspack/core";
import path from "node:path";
import { localPortalOutput, root } from "./outputs";
import { typefaceFiles, typefaceStyles } from "./typeface";

/** How sources are translated, for whichever host. */
export const typescriptRule: RuleSetRule = {
  test: /\.tsx?$/,
  loader: "builtin:swc-loader",
  options: {
    jsc: {
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
      target: "es2022",
    },
  },
  type: "javascript/auto",
};

/** How imports are found, the portal SDK's at its stand-in. */
export const resolveSources = {
  extensions: [".ts", ".tsx", ".js"],
  alias: { "@microsoft/azureportal-reactview": path.join(root, "Extension/PortalSdk") },
};

/** The bundle of the local portal: the shell and the view frame, which share what both need. */
export function localPortalConfig(mode: "production" | "development"): Configuration {
  const assets = (from: string, to: string) => ({ from: path.join(root, from), to });
  return {
    mode,
    context: root,
    // As files: a strict CSP allows no eval.
    devtool: "source-map",
    entry: {
      shell: "./Extension/LocalPortal/Shell/main.tsx",
      frame: "./Extension/LocalPortal/Frame/main.ts",
    },
    output: {
      path: localPortalOutput,
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      publicPath: "/assets/",
      clean: true,
    },
    resolve: resolveSources,
    module: {
      rules: [typescriptRule],
    },
    plugins: [
      new rspack.CopyRspackPlugin({
        patterns: [
          {
            ...assets("Extension/Theme/portal.css", "portal.css"),
            transform: (styles) => `${styles.toString()}\n${typefaceStyles()}`,
          },
          assets("node_modules/@fluentui/font-icons-mdl2/fonts", "fonts"),
          { from: typefaceFiles, to: "fonts/[name][ext]" },
        ],
      }),
    ],
    performance: { hints: false },
  };
}
