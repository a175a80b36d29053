import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import packageFile from "../../../package.json";
import { isRecord, recordOf } from "../../../Client/Core/json";

/** A build in a folder, as it is at this moment. */
export interface SideloadBuild {
  /** Four numbers, as the portal's versions have. It changes with every bundle and with the environment. */
  readonly version: string;
  /** Those that there are texts in, in lower case. */
  readonly languages: readonly string[];
  /** Hashes of bundles by the AMD names of their modules, with the texts of a language. */
  bundlesIn(language: string): ReadonlyMap<string, string>;
  /** The text of a bundle; `undefined`: it isn't one of this build, or not any more. */
  bundle(hash: string): string | undefined;
  /** `environment` of extension.config.json. */
  readonly environment: Readonly<Record<string, unknown>>;
}

export const modulesFolder = "modules";
/** Characters of a bundle's hash, as in the portal's own addresses (facts: portal-sdk.md §10.3). */
const hashLength = 12;
const languagePlace = "{language}";

/** Reads what `npm run build:portal` has made; `undefined`: the folder has something else. */
export function readSideloadBuild(folder: string): SideloadBuild | undefined {
  const paths = Object.entries(recordOf(recordOf(jsonIn(folder, "require.config.json")).paths)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const modules = path.join(folder, modulesFolder);
  if (paths.length === 0 || !existsSync(modules)) {
    return undefined;
  }
  const languages = readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name.toLowerCase());
  const texts = new Map<string, string>();
  const hashOf = (file: string) => {
    const text = readFileSync(path.join(modules, `${file}.js`), "utf8");
    const hash = createHash("sha256").update(text).digest("base64url").slice(0, hashLength);
    texts.set(hash, text);
    return hash;
  };
  const byLanguage = new Map(
    languages.map((language) => [
      language,
      new Map(paths.map(([name, file]) => [name, hashOf(file.replace(languagePlace, language))])),
    ]),
  );
  const environment = recordOf(recordOf(jsonIn(folder, "extension.config.json")).environment);
  return {
    version: versionOf([...texts.keys(), JSON.stringify(environment)]),
    languages,
    bundlesIn: (language) => byLanguage.get(language) ?? new Map<string, string>(),
    bundle: (hash) => texts.get(hash),
    environment,
  };
}

/** That of the package, and a number made of what was built. */
function versionOf(parts: readonly string[]): string {
  const digest = createHash("sha256").update([...parts].sort().join());
  return `${packageFile.version}.${digest.digest().readUInt32BE(0)}`;
}

/** `undefined`: there is no such file, or it isn't a JSON object. */
function jsonIn(folder: string, file: string): unknown {
  try {
    const content: unknown = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    return isRecord(content) ? content : undefined;
  } catch {
    return undefined; // Other builds needn't have it.
  }
}
