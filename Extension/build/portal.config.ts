import { rspack, type Configuration } from "@rspack/core";
import path from "node:path";
import { typescriptRule } from "./localPortal.config";
import { ChunksByLoader, loadModule } from "./chunksByLoader";
import { lazyPackages, stringsModule } from "./moduleNames";
import { root } from "./outputs";
import { amdName, isExternal } from "./portalModules";

interface PortalBundle {
  /** AMD names begin with it. */
  readonly extension: string;
  /** Files by the names of their modules. */
  readonly entries: Readonly<Record<string, string>>;
  readonly output: string;
  /** Whether nothing is loaded on first use: all of it is in the modules. Absent: no. */
  readonly isWhole?: boolean;
}

/**
 * Views as AMD modules, each in one file, and what is loaded on first use in others (`chunksByLoader.ts`). What the portal has is not
 * in them. Neither are texts, which come from a module of the engineer's language.
 */
export function portalConfig({ extension, entries, output, isWhole = false }: PortalBundle): Configuration {
  const strings = stringsModule(extension);
  return {
    mode: "production",
    context: root,
    // As files: a strict CSP allows no eval.
    devtool: "source-map",
    entry: isWhole ? entries : { ...entries, ...lazyPackages },
    output: {
      path: output,
      filename: "[name].js",
      library: { type: "amd", name: `${extension}/[name]` },
      uniqueName: extension,
      chunkFilename: "[name].js",
      // Where the portal puts files is known to its loader alone.
      publicPath: "",
      environment: { globalThis: true },
      clean: true,
    },
    externalsType: "amd",
    externals: [
      ({ request = "", contextInfo }, callback) => {
        const lazy = Object.entries(lazyPackages).find(([, name]) => name === request)?.[0];
        if (request === strings || isExternal(request)) {
          callback(undefined, amdName(request));
        } else if (!isWhole && lazy !== undefined && contextInfo?.issuer) {
          callback(undefined, loadedPackage(`${extension}/${lazy}`), "promise");
        } else {
          callback();
        }
      },
    ],
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      ...(isWhole ? { parser: { javascript: { dynamicImportMode: "eager" } } } : {}),
      rules: [
        typescriptRule,
        {
          test: /\.resjson\.ts$/,
          use: [{ loader: path.join(__dirname, "resjsonLoader.cjs"), options: { module: strings } }],
          enforce: "pre",
        },
      ],
    },
    // What two chunks share is in both: the names of files stay the same, however sources change.
    optimization: { splitChunks: false },
    plugins: [
      new ChunksByLoader(extension),
      // Packages that look for an AMD loader would find the portal's, and give it a module without a name in the middle of ours.
      new rspack.DefinePlugin({ "typeof define": JSON.stringify("undefined") }),
    ],
    performance: { hints: false },
  };
}

const loadedPackage = (module: string) =>
  `(() => new Promise((resolve, reject) => (${loadModule})(${JSON.stringify(module)}, resolve, reject)))()`;
