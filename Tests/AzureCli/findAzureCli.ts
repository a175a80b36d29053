import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isProgram } from "../Support/isProgram";
import { root } from "../Support/trackedFiles";

/** Microsoft's `az`; or why it isn't here. */
export type AzureCli = { readonly program: string } | { readonly missing: string };

/** Where Debian's packages are unpacked, of use to who may not install them. */
const unpacked = path.join(root, "node_modules", ".cache", "azure-cli");
const python = "/usr/bin/python3";

/**
 * Finds Microsoft's CLI: on the PATH, or unpacked by an earlier run. Where it is nowhere, Debian's packages are fetched by `apt-get`
 * and unpacked below `node_modules`: that takes seconds, asks for no rights, and leaves the machine as it is. Installing them
 * compiles all of it and takes two minutes.
 */
export function findAzureCli(): AzureCli {
  const onPath = programOnPath();
  if (onPath !== undefined) {
    return { program: onPath };
  }
  const program = path.join(unpacked, "az");
  return existsSync(program) ? { program } : unpack(program);
}

function programOnPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => path.join(folder, "az")).find(isProgram);
}

function unpack(program: string): AzureCli {
  if (!existsSync("/usr/bin/apt-get") || !existsSync("/usr/bin/dpkg-deb") || !existsSync(python)) {
    return { missing: "there is no az on the PATH, and no apt-get, dpkg-deb, and python3 to fetch it with" };
  }
  const draft = `${unpacked}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    const names = neededPackages();
    const got = names.length > 0 && run("apt-get", ["download", "--quiet=2", ...names], draft);
    const files = run("sh", ["-c", "ls *.deb"], draft)?.split("\n").filter(Boolean) ?? [];
    const all =
      got !== false &&
      got !== undefined &&
      files.every((file) => run("dpkg-deb", ["-x", file, "."], draft) !== undefined);
    if (!all) {
      return { missing: "apt-get could not fetch Debian's package azure-cli" };
    }
    files.forEach((file) => rmSync(path.join(draft, file)));
    const script = `#!/bin/sh\nexport PYTHONPATH='${path.join(unpacked, "usr/lib/python3/dist-packages")}'\nexec ${python} '${path.join(unpacked, "usr/bin/az")}' "$@"\n`;
    writeFileSync(path.join(draft, "az"), script);
    chmodSync(path.join(draft, "az"), 0o755);
    if (!existsSync(unpacked)) {
      renameSync(draft, unpacked);
    }
    return { program };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The CLI and what it needs that isn't installed. The lists of packages are fetched where there are none. */
function neededPackages(): readonly string[] {
  const simulate = () =>
    run("apt-get", ["install", "--simulate", "--quiet=2", "--no-install-recommends", "azure-cli"]) ?? "";
  const listed = (said: string) => [...said.matchAll(/^Inst (\S+)/gm)].map(([, name = ""]) => name);
  const names = listed(simulate());
  if (names.length > 0) {
    return names;
  }
  const isRoot = process.getuid?.() === 0;
  run(isRoot ? "apt-get" : "sudo", [
    ...(isRoot ? [] : ["--non-interactive", "apt-get"]),
    "update",
    "--quiet=2",
  ]);
  return listed(simulate());
}

/** What it printed; `undefined`: it failed. */
function run(command: string, args: readonly string[], cwd?: string): string | undefined {
  const { status, stdout } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    ...(cwd === undefined ? {} : { cwd }),
  });
  return status === 0 ? stdout : undefined;
}
