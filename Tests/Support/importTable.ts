import { execFileSync } from "node:child_process";
import { root } from "./trackedFiles";

type Table = Readonly<Record<string, readonly string[]>>;

/** An entry of a row, and the imports that it allows: `[room, other room]`. */
export interface Allowance {
  readonly row: string;
  readonly entry: string;
  readonly allows: readonly (readonly [string, string])[];
}

/** What each room may import, in the tree at `tree`. */
export function readTable(tree = root): Table {
  return read("mayImport", tree) as Table;
}

/** What the table says, entry by entry. */
export function readAllowances(): readonly Allowance[] {
  return read("allowances", root) as readonly Allowance[];
}

/** The table is a module of Node, as ESLint wants it, and jest cannot load it. */
function read(name: string, tree: string): unknown {
  const script = `import { ${name} } from "./architecture.mjs"; console.log(JSON.stringify(${name}));`;
  const args = ["--input-type=module", "--eval", script];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: tree, encoding: "utf8" }));
}
