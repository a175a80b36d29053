import { spawnSync } from "node:child_process";

/** What the doctor asks of the machine. It changes nothing and installs nothing. */
export interface Machine {
  /** Without the leading `v`. */
  readonly nodeVersion: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a program prints; `undefined` when it is not there, fails, or takes too long. */
  run(program: string, ...args: readonly string[]): string | undefined;
}

/** Milliseconds. */
const longest = 30_000;

/** This machine; programs run in the current folder. */
export const thisMachine: Machine = {
  nodeVersion: process.versions.node,
  env: process.env,
  run(program, ...args) {
    const { status, stdout } = spawnSync(program, args, {
      encoding: "utf8",
      timeout: longest,
      shell: process.platform === "win32",
      // What a program says of its own troubles may name feeds and accounts.
      stdio: ["ignore", "pipe", "ignore"],
    });
    return status === 0 ? stdout.trim() : undefined;
  },
};
