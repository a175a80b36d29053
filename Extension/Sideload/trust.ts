import { spawnSync } from "node:child_process";

/** A command that has the machine trust a certificate, or take that back. */
export interface TrustCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * How the user who is signed in comes to trust a certificate for servers. Windows and macOS ask for consent. On Linux browsers have
 * their own store, NSS, for which `certutil` is in the package libnss3-tools or nss-tools.
 */
export function trustCommand(platform: NodeJS.Platform, file: string, home: string): TrustCommand {
  switch (platform) {
    case "win32":
      return { program: "certutil", args: ["-user", "-addstore", "Root", file] };
    case "darwin":
      return {
        program: "security",
        args: [
          "add-trusted-cert",
          "-r",
          "trustRoot",
          "-p",
          "ssl",
          "-k",
          `${home}/Library/Keychains/login.keychain-db`,
          file,
        ],
      };
    default:
      return {
        program: "certutil",
        args: ["-d", `sql:${home}/.pki/nssdb`, "-A", "-t", "P,,", "-n", certificateName, "-i", file],
      };
  }
}

/** How it is taken back. */
export function distrustCommand(platform: NodeJS.Platform, file: string, home: string): TrustCommand {
  switch (platform) {
    case "win32":
      return { program: "certutil", args: ["-user", "-delstore", "Root", "localhost"] };
    case "darwin":
      return { program: "security", args: ["remove-trusted-cert", file] };
    default:
      return { program: "certutil", args: ["-d", `sql:${home}/.pki/nssdb`, "-D", "-n", certificateName] };
  }
}

const certificateName = "AKS Security Dashboard on localhost";

/** The command as one line for a terminal. */
export function commandLine({ program, args }: TrustCommand): string {
  return [program, ...args].map((word) => (/^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`)).join(" ");
}

/** Runs a command; resolves to why it failed, in one line, `undefined` when it did not. */
export function run({ program, args }: TrustCommand): string | undefined {
  const { error, status, stderr } = spawnSync(program, [...args], { encoding: "utf8" });
  if (error) {
    return error.message;
  }
  return status === 0 ? undefined : (stderr.trim().split("\n")[0] ?? `It ended with ${String(status)}.`);
}
