import { readFileSync } from "node:fs";
import path from "node:path";
import { root, trackedFiles } from "./trackedFiles";

/**
 * The files that a recipe of CONTRIBUTING.md makes, by path: those in `Support/Recipes/<name>`. Each has `.txt` behind its name, so
 * that nothing takes it for a part of the product.
 */
export function recipeFiles(name: string): Readonly<Record<string, string>> {
  const folder = `Tests/Support/Recipes/${name}`;
  const files = trackedFiles(folder).map((file) => [
    path.posix.relative(folder, file).replace(/\.txt$/, ""),
    readFileSync(path.join(root, file), "utf8"),
  ]);
  return Object.fromEntries(files) as Readonly<Record<string, string>>;
}
