import manifest from "../../../ExtensionManifest.json";
import { isRecord, recordOf } from "../../../Client/Core/json";
import { stringsModule } from "../../build/moduleNames";
import { route } from "./portalAddress";
import type { SideloadBuild } from "./sideloadBuild";

/**
 * What the portal gets when it asks an extension for its environment. Everything about this document that isn't known stands in this
 * file.
 *
 * Known, from what public programs read of answers of real extensions (facts: portal-sdk.md §10.3; readers of the same kind are in
 * `Tests/Support/environmentReaders.ts`): it's JSON without spaces, with `pageVersion` and `requireConfig`. Addresses of bundles are
 * `/Content/Dynamic/` and twelve characters, without `.js`. Each is the key of an object whose keys are the modules in the bundle.
 * `*ClientResources` is a list twice: first of the module with the texts, later of its bundle's addresses, without and with a scheme.
 *
 * [?] Inferred: the member that holds the addresses (`bundles`), and what stands behind the name of a module (nothing here). The list
 * of modules in `*ClientResources` is RequireJS's `bundles`, whose lists have that form; the list of addresses stands beside
 * `requireConfig`. The other members are the `environment` of extension.config.json for the portal that asks, since the document is
 * called that; previews of a portal have the environment of the portal that their host ends with.
 *
 * Ours: `requireConfig.paths`, which no public reader asks for. It says the same as `bundles` in a form that RequireJS takes at once,
 * and `extras` in the document names it. Nothing here depends on it.
 *
 * Not known: what else the portal needs, above all how it learns which views there are.
 */
export interface EnvironmentDocument extends Readonly<Record<string, unknown>> {
  readonly pageVersion: string;
  readonly requireConfig: {
    /** Names of modules by the names of their bundles. */
    readonly bundles: Readonly<Record<string, readonly string[]>>;
    /** Ours. Addresses to try in turn, by names of modules. */
    readonly paths: Readonly<Record<string, readonly string[]>>;
  };
  /** Addresses of the bundle of texts. Empty: the build has no texts. */
  readonly "*ClientResources": readonly string[];
  /** The modules of each bundle, as keys, by its address without a scheme. */
  readonly bundles: Readonly<Record<string, Readonly<Record<string, object>>>>;
  /** Which members aren't known from real extensions. */
  readonly extras: readonly string[];
}

const clientResources = "*ClientResources";

export function environmentDocument(
  build: SideloadBuild,
  asked: { readonly language: string; readonly authority: string; readonly port: number },
): EnvironmentDocument {
  const { language, authority, port } = asked;
  const modules = [...build.bundlesIn(language)].map(([name, hash]) => {
    const address = `//localhost:${port}/${route}/Content/Dynamic/${hash}`;
    return { name, address, addresses: [address, `https:${address}`] };
  });
  const texts = modules.find(({ name }) => name === stringsModule(manifest.name));
  return {
    ...environmentFor(authority, build.environment),
    pageVersion: build.version,
    requireConfig: {
      bundles: texts ? { [clientResources]: [texts.name] } : {},
      paths: Object.fromEntries(
        modules.map((module) => [module === texts ? clientResources : module.name, module.addresses]),
      ),
    },
    [clientResources]: texts?.addresses ?? [],
    bundles: Object.fromEntries(modules.map(({ name, address }) => [address, { [name]: {} }])),
    extras: ["requireConfig.paths"],
  };
}

/** What holds for every portal, with what holds for this one in its place; `deepmergeProperties` names what is put together instead. */
function environmentFor(
  authority: string,
  { deepmergeProperties, ...environments }: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const common = recordOf(environments["*"]);
  const [, own] = Object.entries(environments).find(
    ([host]) => authority === host || authority.endsWith(`.${host}`),
  ) ?? [undefined, {}];
  const merged = (Array.isArray(deepmergeProperties) ? deepmergeProperties : []).flatMap((name: unknown) => {
    const parts = [common, recordOf(own)].map((one) => one[String(name)]).filter(isRecord);
    return parts.length > 0 ? [[String(name), Object.assign({}, ...parts) as unknown] as const] : [];
  });
  return { ...common, ...recordOf(own), ...Object.fromEntries(merged) };
}
