import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { copyOfTree, type CopyOfTree } from "./copyOfTree";

const execute = promisify(execFile);

/** How a command ended: 0 is well. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** A copy of the tree to follow a recipe in. It has the packages of the original, and must be removed. */
export interface TreeCopy extends CopyOfTree {
  /** Files that were made, from the root. */
  readonly made: ReadonlySet<string>;
  /** Files that were there and have more lines now: how many. */
  readonly grown: ReadonlyMap<string, number>;
  /** Makes files; by path from the root. */
  add(files: Readonly<Record<string, string>>): void;
  /** Puts lines after the only line that contains a text. Throws where there are none or several. */
  insert(file: string, after: string, ...lines: readonly string[]): void;
  /** Changes a text that stands in one place of one line. */
  replace(file: string, text: string, by: string): void;
  /** Runs a program of Node in the copy. */
  run(...args: readonly string[]): Promise<Ended>;
}

export function copyTree(): TreeCopy {
  const { folder, remove } = copyOfTree([]);
  const made = new Set<string>();
  const grown = new Map<string, number>();
  const linesOf = (file: string) => readFileSync(path.join(folder, file), "utf8").split("\n");
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const placeOf = (file: string, text: string) => {
    const found = [...linesOf(file).entries()].filter(([, line]) => line.includes(text));
    const [[at] = [-1]] = found;
    if (found.length !== 1) {
      throw new Error(`${file} has ${found.length} lines with ${text}`);
    }
    return at;
  };
  const grow = (file: string, lines: number) => grown.set(file, (grown.get(file) ?? 0) + lines);
  return {
    folder,
    made,
    grown,
    add(files) {
      for (const [file, text] of Object.entries(files)) {
        made.add(file);
        write(file, text);
      }
    },
    insert(file, after, ...lines) {
      const at = placeOf(file, after);
      grow(file, lines.length);
      write(
        file,
        linesOf(file)
          .toSpliced(at + 1, 0, ...lines)
          .join("\n"),
      );
    },
    replace(file, text, by) {
      const at = placeOf(file, text);
      grow(file, 0);
      const lines = linesOf(file);
      write(
        file,
        lines
          .with(
            at,
            (lines[at] ?? "").replace(text, () => by),
          )
          .join("\n"),
      );
    },
    async run(...args) {
      try {
        const { stdout, stderr } = await execute(process.execPath, args, { cwd: folder, maxBuffer: 64e6 });
        return { code: 0, output: stdout + stderr };
      } catch (error) {
        const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
        return { code: Number(code), output: `${stdout}${stderr}` };
      }
    },
    remove,
  };
}
