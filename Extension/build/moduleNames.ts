import type { ExtensionManifest } from "./extensionManifest";

/** AMD name of the texts. */
export const stringsModule = (extension: string) => `${extension}/Strings`;

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
const chunkNames: readonly string[] = ["DetailViews", "Details", "MoreServices", "ReportWriter"];

/** Names of the modules with code: views, data fetchers and what is loaded on first use, which a whole build has in them. */
export function moduleNames({ views }: ExtensionManifest, isWhole = false): readonly string[] {
  return [
    ...views.map(({ name }) => name),
    ...views.flatMap(({ dataFetcher }) => (dataFetcher === undefined ? [] : [fileName(dataFetcher)])),
    ...(isWhole ? [] : [...Object.keys(lazyPackages), ...chunkNames]),
  ];
}

/** `Views/X.DataFetcher.ts` is the module `X.DataFetcher`. */
export function fileName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.tsx?$/, "");
}
