import { spawn } from "node:child_process";
import { homedir } from "node:os";
import path from "node:path";
import { format } from "../../../Client/Core/format";
import { certificateName } from "./certificate";
import { Sideload } from "./Sideload.resjson";

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: readonly string[]];

/** How a certificate gets into the trust store of the platform, for this user only, and out of it. */
interface Trust {
  readonly add: readonly Command[];
  readonly remove: Command;
  /** What needs an administrator and is never done for the user. */
  readonly asRoot: string | undefined;
}

/**
 * Windows: the user's own root store, which asks the user. macOS: the login keychain, which asks for the password. Linux: the NSS store
 * that Chromium and Edge read, as a server that is trusted ("P") and not as an authority.
 */
export function trustOf(certFile: string, platform: NodeJS.Platform, home = homedir()): Trust {
  switch (platform) {
    case "win32":
      return {
        add: [["certutil", "-user", "-addstore", "Root", certFile]],
        remove: ["certutil", "-user", "-delstore", "Root", certificateName],
        asRoot: undefined,
      };
    case "darwin": {
      const keychain = path.posix.join(home, "Library/Keychains/login.keychain-db");
      return {
        add: [["security", "add-trusted-cert", "-r", "trustRoot", "-p", "ssl", "-k", keychain, certFile]],
        remove: ["security", "remove-trusted-cert", certFile],
        asRoot: undefined,
      };
    }
    default: {
      const folder = path.posix.join(home, ".pki/nssdb");
      const store = `sql:${folder}`;
      return {
        add: [
          ["mkdir", "-p", folder],
          ["certutil", "-d", store, "-A", "-t", "P,,", "-n", certificateName, "-i", certFile],
        ],
        remove: ["certutil", "-d", store, "-D", "-n", certificateName],
        asRoot: `cp '${certFile}' /usr/local/share/ca-certificates/aks-security-dashboard.crt && update-ca-certificates`,
      };
    }
  }
}

/** As one would type it. */
export function typed(command: Command): string {
  return command.map((part) => (/^[\w./:=\\-]+$/.test(part) ? part : `"${part}"`)).join(" ");
}

/** Runs a program; resolves to why it failed, or to `undefined`. */
export type Run = (command: Command) => Promise<string | undefined>;

export const runProgram: Run = ([program, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["inherit", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (data) => (said += String(data)));
    child.on("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ENOENT" ? format(Sideload.trustMissing, program) : error.message),
    );
    child.on("close", (code) =>
      resolve(code === 0 ? undefined : said.trim() || `${program}: ${code ?? "?"}`),
    );
  });

/** Does as the trust store wants, and says what was done, or what to do by hand. */
export async function addTrust({ add, remove }: Trust, run: Run): Promise<readonly string[]> {
  const all = add.map(typed).join(" && ");
  for (const command of add) {
    const failure = await run(command);
    if (failure !== undefined) {
      return [format(Sideload.trustFailed, failure, all)];
    }
  }
  return [format(Sideload.trustDone, all), format(Sideload.trustUndo, typed(remove))];
}

/** What the user could do. */
export function describeTrust({ add, remove, asRoot }: Trust): readonly string[] {
  return [
    Sideload.trustAsk,
    `  ${add.map(typed).join(" && ")}`,
    format(Sideload.trustUndo, typed(remove)),
    ...(asRoot === undefined ? [] : [format(Sideload.trustMore, asRoot)]),
  ];
}
