import { accessSync, constants } from "node:fs";
import path from "node:path";

/** Whether a program of this name would be found by a shell. On Windows its file has one of the usual endings. */
export function isOnPath(program: string): boolean {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .filter((folder) => folder !== "")
    .some((folder) => endings.some((ending) => canRun(path.join(folder, `${program}${ending}`))));
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not a program.
  }
}
