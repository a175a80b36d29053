import { spawn } from "node:child_process";

/**
 * Best effort: on a machine without a browser the printed address has to do. Every user of the machine can read the arguments of
 * its programs, so an address with a secret goes through `openPrivately`.
 */
export function openBrowser(target: string): void {
  const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
    darwin: ["open", target],
    // `start` of the command processor would read the address's `&` as the end of the command.
    win32: ["rundll32", "url.dll,FileProtocolHandler", target],
  };
  const [program = "xdg-open", ...args] = openers[process.platform] ?? ["xdg-open", target];
  const opener = spawn(program, args, { stdio: "ignore", detached: true, env: process.env });
  opener.on("error", () => undefined);
  opener.unref();
}
