import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./trackedFiles";

/** A program of node_modules/.bin, or `node`, and its arguments. */
export type Command = readonly string[];

/** Runs in this terminal; returns the exit code, `null` when it was killed. */
export function run(command: Command): number | null {
  const { program, args, options } = parsed(command);
  return spawnSync(program, args, { ...options, stdio: ["ignore", "inherit", "inherit"] }).status;
}

/** The same for one of several at a time: what it says comes when it ends. */
export function runBeside(command: Command): Promise<{ status: number | null; said: Buffer }> {
  const { program, args, options } = parsed(command);
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    child.stdout.on("data", (data: Buffer) => said.push(data));
    child.stderr.on("data", (data: Buffer) => said.push(data));
    child.on("error", (error) => said.push(Buffer.from(String(error))));
    child.on("close", (status) => resolve({ status, said: Buffer.concat(said) }));
  });
}

function parsed([program = "", ...args]: Command) {
  return {
    program: program === "node" ? process.execPath : path.join(root, "node_modules", ".bin", program),
    args,
    options: { cwd: root, shell: process.platform === "win32" },
  };
}
