import manifest from "../../../ExtensionManifest.json";

/** Whether a view is one of this extension; all others are somebody else's, and not here. */
export function isOwnView(extension: string, view: string): boolean {
  return extension === manifest.name && manifest.views.some(({ name }) => name === view);
}
