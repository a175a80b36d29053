import manifest from "../../../ExtensionManifest.json";

/** Segment of the endpoint's address; the portal's own samples use the name of the extension in lower case. */
export const route = manifest.name.toLowerCase();

/** Where the portal finds this extension. Only localhost may be named in an address. */
export function endpointOf(port: number): string {
  return `https://localhost:${port}/${route}`;
}

/** The portal with this extension loaded from an endpoint (facts: portal-sdk.md §4.1). */
export function extensionAddress(portal: string, endpoint: string): string {
  const extensions = JSON.stringify({ [manifest.name]: endpoint });
  return `${portal}/?feature.canmodifyextensions=true#?testExtensions=${extensions}`;
}

/** The same, at one view of it with a cluster. */
export function viewAddress(portal: string, endpoint: string, view: string, clusterId: string): string {
  const { name } = manifest;
  const flags = [
    `${name}_clientoptimizations=false`,
    "feature.customportal=false",
    "feature.canmodifyextensions=true",
  ];
  const extensions = `%7B%22${name}%22:%22${endpoint}%22%7D`;
  return `${portal}/?${flags.join("&")}#view/${name}/${view}/id/${encodeURIComponent(clusterId)}?testExtensions=${extensions}`;
}
