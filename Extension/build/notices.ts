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
  /** Author, for packages without a license file that names one; `undefined`: the package names none either. */
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

/** What Fluent's licenses say of fonts and icons: MIT is for the code alone. */
const assetTerms = /Usage of the fonts and icons [^]*? subject to the terms listed at (https:\S+)/;

/** Where the terms of the fonts and icons in a package are, if they have terms of their own; they aren't part of the package. */
export function assetTermsOf({ texts }: Pick<BundledPackage, "texts">): string | undefined {
  return texts.map((text) => assetTerms.exec(text)?.[1]).find((terms) => terms !== undefined);
}

/** To be known before the package is given away, so it comes first. */
function assetNotice(packages: readonly BundledPackage[]): readonly string[] {
  const found = packages.flatMap((one) => {
    const terms = assetTermsOf(one);
    return terms === undefined ? [] : [`  ${one.name} ${one.version}: ${terms}`];
  });
  return found.length === 0
    ? []
    : [
        [
          "Fonts and icons under terms of their own",
          "The icon fonts in views/fonts (fabric-icons-*.woff) are from @fluentui/font-icons-mdl2. The license of these packages is MIT, and it says that fonts and icons are subject to other terms:",
          found.join("\n"),
          "Those terms are not in the packages and were not judged when this was made. Before you give this program to others, read them and check that they allow it.",
        ].join("\n\n"),
      ];
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
  return `${[head, ...assetNotice(packages), ...parts].join(line)}\n`;
}
