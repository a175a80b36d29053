import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./outputs";

/** A package whose code or files are in what is shipped. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly license: string;
  /** Texts of its license and notice files; empty: it brings none. */
  readonly texts: readonly string[];
  /** Who holds the rights, where there is no text that says so; `undefined`: not said. */
  readonly author: string | undefined;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

/** The packages of files, by their paths, and those that are named; each once, sorted by name. Throws where a license is not known. */
export function bundledPackages(
  files: readonly string[],
  named: readonly string[],
): readonly BundledPackage[] {
  const folders = new Set([
    ...files.flatMap(packageFolder),
    ...named.map((name) => path.join(root, "node_modules", name)),
  ]);
  const packages = [...folders].map(readPackage);
  const unique = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
  return [...unique.values()].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

const folderOf = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** The folder of the package that a file is in; none for our own files. */
function packageFolder(file: string): readonly string[] {
  const [folder] = folderOf.exec(file) ?? [];
  return folder === undefined ? [] : [folder];
}

function readPackage(folder: string): BundledPackage {
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
  const { name, version, license, author } = manifest;
  if (name === undefined || version === undefined || license === undefined) {
    throw new Error(`The license of ${folder} isn't known.`);
  }
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)\b(?!.*\.(?:js|ts)$)/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), "utf8").trim());
  const holder = typeof author === "string" ? author : author?.name;
  return { name, version, license, texts, author: holder };
}

/** The notices as one text. */
export function noticesOf(packages: readonly BundledPackage[]): string {
  const parts = packages.map(({ name, version, license, texts, author }) =>
    [
      `${name} ${version}`,
      `License: ${license}`,
      ...(texts.length > 0 ? texts : [author === undefined ? "" : `Copyright: ${author}`]),
    ]
      .filter(Boolean)
      .join("\n\n"),
  );
  const line = `\n\n${"-".repeat(80)}\n\n`;
  const head = "This program contains the following packages, each under its own license.";
  return `${[head, ...parts].join(line)}\n`;
}
