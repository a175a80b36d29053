import manifest from "../../ExtensionManifest.json";

/** Portals of Azure's clouds, by the names that the Azure CLI has for the clouds. */
export const portals = {
  AzureCloud: "https://portal.azure.com",
  AzureUSGovernment: "https://portal.azure.us",
  AzureChinaCloud: "https://portal.azure.cn",
} as const;

export type Cloud = keyof typeof portals;

export function isCloud(name: string): name is Cloud {
  return Object.hasOwn(portals, name);
}

/** Path under which the extension is served: its name in lower case, as the official development server has it. */
export const route = manifest.name.toLowerCase();

/**
 * Where the portal loads the extension from this machine instead of from its own servers, for one of its views with parameters;
 * without a view: for the portal's start page. Forms as documented (facts: portal-sdk.md §4.1): what may be changed goes before
 * the hash, `testExtensions` behind it.
 */
export function sideloadUrl(
  cloud: Cloud,
  port: number,
  target?: { readonly view: string; readonly parameters: Readonly<Record<string, string>> },
): string {
  const testExtensions = encodeURIComponent(
    JSON.stringify({ [manifest.name]: `https://localhost:${port}/${route}` }),
  );
  const features = `feature.customportal=false&feature.canmodifyextensions=true`;
  return target
    ? `${portals[cloud]}/?${manifest.name}_clientoptimizations=false&${features}#${viewPath(target)}?testExtensions=${testExtensions}`
    : `${portals[cloud]}/?feature.canmodifyextensions=true#?testExtensions=${testExtensions}`;
}

function viewPath(target: { readonly view: string; readonly parameters: Readonly<Record<string, string>> }) {
  const pairs = Object.entries(target.parameters).flat().map(encodeURIComponent);
  return ["view", manifest.name, target.view, ...pairs].join("/");
}
