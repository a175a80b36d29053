import { spawn } from "node:child_process";

/** Best effort: on a machine without a browser the printed address has to do. */
export function openBrowser(url: string): void {
  const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
    darwin: ["open", url],
    // `start` of the command processor would read the address's `&` as the end of the command.
    win32: ["rundll32", "url.dll,FileProtocolHandler", url],
  };
  const [program = "xdg-open", ...args] = openers[process.platform] ?? ["xdg-open", url];
  const opener = spawn(program, args, { stdio: "ignore", detached: true });
  opener.on("error", () => undefined);
  opener.unref();
}
