import { rspack, type Configuration } from "@rspack/core";
import path from "node:path";
import { typescriptRule } from "./localPortal.config";
import { ChunksByLoader, loadModule } from "./chunksByLoader";
import { laterStringsModule, lazyPackages, stringsModule, type SharedPart } from "./moduleNames";
import { root } from "./outputs";
import { amdName, isExternal } from "./portalModules";

export interface PortalBundle {
  /** AMD names begin with it. */
  readonly extension: string;
  /** Files by the names of their modules. */
  readonly entries: Readonly<Record<string, string>>;
  readonly output: string;
  /** What entries have in common, in modules before them; absent: nothing. */
  readonly parts?: readonly SharedPart[];
  /** Names of entries that need all texts from their first line on; absent: there's only one module of texts. */
  readonly needAllTexts?: readonly string[];
  /** Whether nothing is loaded on first use: all of it is in the modules. Absent: no. */
  readonly isWhole?: boolean;
}

/**
 * Views as AMD modules, what they have in common in others that they depend on, and what is loaded on first use in still others
 * (`chunksByLoader.ts`). What the portal has is not in them. Neither are texts, which come from a module of the engineer's language.
 */
export function portalConfig(bundle: PortalBundle): Configuration {
  const { extension, output, parts = [], needAllTexts, isWhole = false } = bundle;
  const strings = stringsModule(extension);
  const laterStrings = laterStringsModule(extension);
  const entries = Object.fromEntries(
    Object.entries(bundle.entries).map(([name, file]) => [
      name,
      [
        ...parts.filter(({ modules }) => modules.includes(name)).map((part) => `${extension}/${part.name}`),
        ...(needAllTexts?.includes(name) ? [laterStrings] : []),
        file,
      ],
    ]),
  );
  const own = [strings, laterStrings, ...parts.map(({ name }) => `${extension}/${name}`)];
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
        if (own.includes(request) || isExternal(request)) {
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
          use: [
            {
              loader: path.join(__dirname, "resjsonLoader.cjs"),
              options: { module: strings },
            },
          ],
          enforce: "pre",
        },
      ],
    },
    // Nothing else is split: the names of files stay the same, however sources change.
    optimization: {
      // Short names: all modules are of one build.
      moduleIds: "natural",
      mangleExports: "size",
      splitChunks: {
        minSize: 0,
        // Also where they need different exports of a file.
        usedExports: false,
        maxInitialRequests: Infinity,
        cacheGroups: { default: false, defaultVendors: false, ...cacheGroups(parts) },
      },
    },
    plugins: [
      new ChunksByLoader(extension, needAllTexts ? [laterStrings] : []),
      // Packages that look for an AMD loader would find the portal's, and give it a module without a name in the middle of ours.
      new rspack.DefinePlugin({ "typeof define": JSON.stringify("undefined") }),
    ],
    performance: { hints: false },
  };
}

const loadedPackage = (module: string) =>
  `(() => new Promise((resolve, reject) => (${loadModule})(${JSON.stringify(module)}, resolve, reject)))()`;

/** Parts in the bundler's terms. A module goes to the first of those that it may be in. */
function cacheGroups(parts: readonly SharedPart[]) {
  return Object.fromEntries(
    parts.map(({ name, modules }, index) => [
      name,
      {
        name,
        chunks: (chunk: { readonly name?: string }) => modules.includes(chunk.name ?? ""),
        minChunks: modules.length,
        priority: parts.length - index,
        // Files only: what comes from the portal's loader is known in the module that names it as a dependency.
        test: /\.(?:[cm]?js|tsx?|json)$/,
      },
    ]),
  );
}
