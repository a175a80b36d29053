import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Strings } from "./portalStrings";

/**
 * Folder with one folder per language, named as the portal names languages (`de`, `pt-br`). Each has copies of
 * the files that the build puts into `locales`.
 */
const folder = "Locales";

/** Languages that the build makes itself. */
const own: readonly string[] = ["en", "qps-ploc"];

/** What translators have delivered, by language; no folder: nothing yet. Throws, naming the file, for unknown texts and other placeholders. */
export function readTranslations(root: string, english: Strings): Readonly<Record<string, Strings>> {
  const languages = existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)) : [];
  return Object.fromEntries(
    languages.map((language) => [language, readLanguage(path.join(root, folder, language), english)]),
  );
}

function readLanguage(directory: string, english: Strings): Strings {
  const language = path.basename(directory);
  if (own.includes(language)) {
    throw new Error(`${directory}: the build makes ${language} itself.`);
  }
  return readdirSync(directory)
    .sort()
    .reduce((strings, file) => {
      const content = JSON.parse(readFileSync(path.join(directory, file), "utf8")) as Record<string, unknown>;
      return translated(strings, path.basename(file, ".resjson"), content, path.join(directory, file));
    }, english);
}

/**
 * Texts with those of one translated file in their place. Keys are as in `locales`, `Alerts.title`; those that begin with `_` are
 * notes for translators. What isn't translated stays English. Throws for a text that the source doesn't have (any more) or that
 * has other placeholders: an engineer would see `{0}`, or nothing.
 */
function translated(
  strings: Strings,
  name: string,
  content: Readonly<Record<string, unknown>>,
  file: string,
): Strings {
  const english = Object.hasOwn(strings, name) ? (strings[name] ?? {}) : {};
  const texts = Object.entries(content)
    .filter(([key]) => !key.startsWith("_"))
    .map(([key, text]) => {
      const short = key.startsWith(`${name}.`) ? key.slice(name.length + 1) : "";
      const original = Object.hasOwn(english, short) ? english[short] : undefined;
      if (original === undefined) {
        throw new Error(`${file}: there is no text ${key}.`);
      }
      if (typeof text !== "string" || placesIn(text) !== placesIn(original)) {
        throw new Error(`${file}: ${key} must have the placeholders of "${original}".`);
      }
      return [short, text] as const;
    });
  return { ...strings, [name]: { ...english, ...Object.fromEntries(texts) } };
}

const placesIn = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort().join();
