import type { ExtensionManifest } from "./extensionManifest";

/** AMD name of the texts. */
export const stringsModule = (extension: string) => `${extension}/Strings`;

/** AMD name of the texts that no view needs before something is used. */
export const laterStringsModule = (extension: string) => `${extension}/LaterStrings`;

/**
 * Packages that the product loads on first use; each is a module of its own, with its own copy of what the SDK's clients share: as part
 * of a view, that would bring along what only they use of it.
 */
export const lazyPackages: Readonly<Record<string, string>> = {
  "arm-containerservice": "@azure/arm-containerservice",
  "arm-policy": "@azure/arm-policy",
  "arm-security": "@azure/arm-security",
};

/** What of our own code is loaded on first use: names that `webpackChunkName` gives in the sources. */
const chunkNames: readonly string[] = [
  "Actions",
  "DetailViews",
  "Details",
  "FixPlan",
  "MoreServices",
  "ReportWriter",
];

/** Names of the modules with code: views, data fetchers and what is loaded on first use, which a whole build has in them. */
export function moduleNames({ views }: ExtensionManifest, isWhole = false): readonly string[] {
  return [
    ...views.map(({ name }) => name),
    ...views.flatMap(({ dataFetcher }) => (dataFetcher === undefined ? [] : [fileName(dataFetcher)])),
    ...(isWhole
      ? []
      : [...sharedParts({ views }).map(({ name }) => name), ...Object.keys(lazyPackages), ...chunkNames]),
  ];
}

/** `Views/X.DataFetcher.ts` is the module `X.DataFetcher`. */
export function fileName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.tsx?$/, "");
}

/** Code that several modules need from their first line on: a module of its own, on which they depend. */
export interface SharedPart {
  readonly name: string;
  /** Modules that depend on it. What one of them doesn't need isn't in it. */
  readonly modules: readonly string[];
}

/** What views and data fetchers have in common, the widest part first: nothing is loaded twice, and nothing that isn't needed. */
export function sharedParts({ views }: Pick<ExtensionManifest, "views">): readonly SharedPart[] {
  const names = views.map(({ name }) => name);
  const pairs = views.flatMap(({ name, dataFetcher }) =>
    dataFetcher === undefined ? [] : [[name, fileName(dataFetcher)]],
  );
  const parts: readonly SharedPart[] = [
    { name: "Shared", modules: [...new Set([...names, ...pairs.flat()])] },
    { name: "Views.Shared", modules: names },
    ...pairs.map((modules) => ({ name: `${stemOf(modules)}.Shared`, modules })),
  ];
  // Of two parts for the same modules, the first has all of it.
  const isOfSame = (part: SharedPart) => (other: SharedPart) => other.modules.join() === part.modules.join();
  return parts.filter((part) => part.modules.length > 1 && parts.find(isOfSame(part)) === part);
}

const stemOf = ([view = ""]: readonly string[]) => view.replace(/\.ReactView$/, "");
