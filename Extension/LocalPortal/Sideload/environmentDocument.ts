import manifest from "../../../ExtensionManifest.json";
import { isRecord, recordOf } from "../../../Client/Core/json";
import { stringsModule } from "../../build/moduleNames";
import { route } from "./portalAddress";
import type { SideloadBuild } from "./sideloadBuild";

/**
 * What the portal gets when it asks an extension for its environment. Everything about this document that isn't known stands in this
 * file.
 *
 * Known, from what public programs read of answers of real extensions (facts: portal-sdk.md §10.3): it's JSON with `pageVersion` and
 * `requireConfig`; `*ClientResources` names a bundle twice, without and with a scheme; bundles are `/Content/Dynamic/` and twelve
 * characters, without `.js`.
 *
 * Inferred: `requireConfig` is what RequireJS takes, so names of bundles are its `paths`, where a list means "try these in turn"; the
 * other members are the `environment` of extension.config.json for the portal that asks, since the document is called that; previews
 * of a portal have the environment of the portal that their host ends with.
 *
 * Not known: what else the portal needs, above all how it learns which views there are.
 */
export interface EnvironmentDocument extends Readonly<Record<string, unknown>> {
  readonly pageVersion: string;
  readonly requireConfig: { readonly paths: Readonly<Record<string, readonly string[]>> };
}

export function environmentDocument(
  build: SideloadBuild,
  asked: { readonly language: string; readonly authority: string; readonly port: number },
): EnvironmentDocument {
  const { language, authority, port } = asked;
  const bundles = build.bundlesIn(language);
  const addresses = (hash: string) => {
    const place = `//localhost:${port}/${route}/Content/Dynamic/${hash}`;
    return [place, `https:${place}`];
  };
  const paths = [...bundles].map(([name, hash]) => [name, addresses(hash)] as const);
  const texts = bundles.get(stringsModule(manifest.name));
  return {
    ...environmentFor(authority, build.environment),
    pageVersion: build.version,
    requireConfig: {
      paths: {
        ...Object.fromEntries(paths),
        ...(texts === undefined ? {} : { "*ClientResources": addresses(texts) }),
      },
    },
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
