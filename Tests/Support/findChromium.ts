import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { isProgram } from "./isProgram";

/** The first is a browser without windows, which takes less for each page than one that has them and hides them. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "msedge",
];

/** Where browsers are installed that are on no PATH. */
const wellKnown = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The browser for the end-to-end tests: `CHROMIUM_PATH`, then one of the system, Debian's headless shell first, then Playwright's
 * own. Where there is none it installs one, Debian's by apt-get if that may be done without asking, else Playwright's download.
 * Throws, saying what to install, when that fails too.
 */
export function findChromium(): string {
  const found = installedChromium();
  if (found !== undefined) {
    return found;
  }
  installChromium();
  const installed = installedChromium();
  if (installed === undefined) {
    throw new Error(
      "The end-to-end tests need a Chromium browser. Install chromium, Chrome or Edge, or name one in CHROMIUM_PATH.",
    );
  }
  return installed;
}

/** Where a browser is, installing none; `undefined`: nowhere. Throws when CHROMIUM_PATH names something else. */
export function installedChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isProgram(named)) {
      throw new Error(`CHROMIUM_PATH names '${named}', which is not a program.`);
    }
    return named;
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...wellKnown, chromium.executablePath()].find(isProgram);
}

function installChromium(): void {
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ["sudo", "--non-interactive"];
  const apt = (...args: readonly string[]) => run([...sudo, "apt-get", ...args]);
  const install = (name: string) => apt("install", "--yes", "--no-install-recommends", name);
  const hasApt = existsSync("/usr/bin/apt-get");
  // Not every distribution has the headless shell as a package of its own.
  const done = hasApt && apt("update") && (install("chromium-headless-shell") || install("chromium"));
  if (!done) {
    run([process.execPath, require.resolve("@playwright/test/cli"), "install", "chromium"]);
  }
}

function run([program = "", ...args]: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "inherit" }).status === 0;
}
