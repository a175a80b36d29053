import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root, trackedFiles } from "./trackedFiles";

/** Files of this tree in a folder of their own, to be changed there; packages are those of this tree. */
export interface CopyOfTree {
  readonly folder: string;
  remove(): void;
}

/** `patterns`: as Git reads them, and every file when there is none; absent: the product's files, without those of tests. */
export function copyOfTree(patterns?: readonly string[]): CopyOfTree {
  const folder = mkdtempSync(path.join(tmpdir(), "tree-"));
  for (const file of patterns ? trackedFiles(...patterns) : productFiles()) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    copyFileSync(path.join(root, file), path.join(folder, file));
  }
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

function productFiles(): readonly string[] {
  return trackedFiles("Client", "Extension", "Views", "*.json").filter((file) => !file.startsWith("Tests/"));
}
