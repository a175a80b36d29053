import { spawnSync } from "node:child_process";
import { recordOf, structureOf, textOf } from "../../../Client/Core/json";

/** One of Azure's clouds: separate accounts, separate hosts. */
export interface Cloud {
  /** As `az cloud list` calls it. */
  readonly name: string;
  /** Origin of Azure Resource Manager. */
  readonly arm: string;
  /** Of the tokens for it. */
  readonly audience: string;
  /** Where tokens come from; `AZURE_AUTHORITY_HOST` has precedence. */
  readonly authority: string;
}

/** For the Azure CLI to answer, in milliseconds. */
const limit = 20_000;

/**
 * A cloud that was registered with the Azure CLI (`az cloud register`), such as Azure Stack Hub or the emulator with TLS; `undefined`: the
 * CLI has no cloud of this name, or misses what is needed of it; "noCli": it isn't there. Tokens are sent to the address that the user
 * registered, by HTTPS only.
 */
export function registeredCloud(name: string): Cloud | "noCli" | undefined {
  // Where `az` is run by a shell, a name must be nothing more.
  if (!/^\w[\w.-]*$/.test(name)) {
    return undefined;
  }
  const { status, stdout, error } = spawnSync("az", ["cloud", "show", `--name=${name}`, "--output=json"], {
    encoding: "utf8",
    timeout: limit,
    // On Windows, `az` is a batch file.
    shell: process.platform === "win32",
  });
  if (error && "code" in error && error.code === "ENOENT") {
    return "noCli";
  }
  return status === 0 ? cloudOf(name, stdout) : undefined;
}

function cloudOf(name: string, said: string): Cloud | undefined {
  const endpoints = recordOf(recordOf(structureOf(said)).endpoints);
  const arm = originOf(endpoints.resourceManager);
  const audience = textOf(endpoints.activeDirectoryResourceId);
  const authority = textOf(endpoints.activeDirectory);
  return arm !== undefined && audience !== undefined && authority !== undefined
    ? { name, arm, audience: audience.replace(/\/$/, ""), authority }
    : undefined;
}

/** `undefined`: it isn't an address, or not of HTTPS. */
function originOf(value: unknown): string | undefined {
  const text = textOf(value) ?? "";
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === "https:" ? url.origin : undefined;
}
