import { execFileSync } from "node:child_process";
import { root } from "./trackedFiles";

type Table = Readonly<Record<string, readonly string[]>>;

/** What each room may import. The table is a module of Node, as ESLint wants it, and jest cannot load it. */
export function readTable(): Table {
  const script = `import { mayImport } from "./architecture.mjs"; console.log(JSON.stringify(mayImport));`;
  const args = ["--input-type=module", "--eval", script];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" })) as Table;
}
