import manifest from "../../../ExtensionManifest.json";

/** Whether a view is one of this extension; all others belong to other extensions and aren't here. */
export function isOwnView(extension: string, view: string): boolean {
  return extension === manifest.name && manifest.views.some(({ name }) => name === view);
}
