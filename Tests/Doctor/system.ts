import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { installedChromium } from "../Support/findChromium";

/** What the doctor asks of the machine. It changes nothing and installs nothing. */
export interface System {
  /** Without the leading `v`. */
  readonly nodeVersion: string;
  /** Whether a file is there, by its path from the root of the repository. */
  exists(file: string): boolean;
  read(file: string): string;
  /** What a program prints; `undefined` when it is not there, fails, or takes too long. */
  run(program: string, ...args: readonly string[]): string | undefined;
  /** Where a browser is; `undefined` when there is none. */
  chromium(): string | undefined;
}

const root = path.resolve(__dirname, "../..");
const longest = 30_000;

/** This machine. */
export const thisSystem: System = {
  nodeVersion: process.versions.node,
  exists: (file) => existsSync(path.join(root, file)),
  read: (file) => readFileSync(path.join(root, file), "utf8"),
  run(program, ...args) {
    const isWindows = process.platform === "win32";
    const { status, stdout } = spawnSync(program, args, {
      cwd: root,
      encoding: "utf8",
      timeout: longest,
      shell: isWindows,
      // What a program says of its own troubles may name feeds and accounts.
      stdio: ["ignore", "pipe", "ignore"],
    });
    return status === 0 ? stdout.trim() : undefined;
  },
  chromium() {
    try {
      return installedChromium();
    } catch {
      return undefined; // CHROMIUM_PATH names something else.
    }
  },
};
