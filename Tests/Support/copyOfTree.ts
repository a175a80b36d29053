import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root, trackedFiles } from "./trackedFiles";

/** The product's files in a folder of their own, to be broken there; packages are those of this tree. */
export interface CopyOfTree {
  readonly folder: string;
  remove(): void;
}

export function copyOfTree(): CopyOfTree {
  const folder = mkdtempSync(path.join(tmpdir(), "tree-"));
  for (const file of trackedFiles("Client", "Extension", "Views", "*.json")) {
    if (!file.startsWith("Tests/")) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      copyFileSync(path.join(root, file), path.join(folder, file));
    }
  }
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
