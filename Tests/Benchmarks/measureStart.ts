import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../Extension/build/outputs";
import type { Round } from "./figures";
import { launchBrowser, newPage, openDashboard } from "./portalInBrowser";

const program = path.join(root, "Extension/Program/main.ts");

/** The program of the repository, as `npm start` runs it but for npm itself; a new one, and a new browser, for each round. */
export async function measureStart(rounds: number): Promise<readonly Round<"start">[]> {
  const results: Round<"start">[] = [];
  for (let round = 0; round < rounds; round += 1) {
    results.push({ help: await timeOfHelp(), ...(await timesOfPortal()) });
  }
  return results;
}

const run = (...args: readonly string[]) =>
  spawn(process.execPath, ["--import", "tsx", program, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });

async function timeOfHelp(): Promise<number> {
  const begun = performance.now();
  const help = run("--help");
  help.stdout.resume();
  await once(help, "exit");
  return performance.now() - begun;
}

async function timesOfPortal(): Promise<Omit<Round<"start">, "help">> {
  const begun = performance.now();
  const portal = run("start", "--no-open", "--port", "0");
  const browser = await launchBrowser();
  try {
    const url = await addressIn(portal.stdout);
    const ready = performance.now() - begun;
    const first = await openDashboard((await newPage(browser)).page, url);
    const second = await openDashboard((await newPage(browser)).page, url);
    return { url: ready, first, second };
  } finally {
    await browser.close();
    const ended = once(portal, "exit");
    portal.kill("SIGTERM");
    await ended;
  }
}

/** The address in the first line that has one. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = /https?:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) {
      return address;
    }
  }
  throw new Error("The program has ended without an address.");
}
