import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ScenarioName } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { SignInBehavior } from "../../Extension/ArmEmulator/SignIn/signIn";
import { startArmEmulator, type ArmEmulator } from "../../Extension/ArmEmulator/startArmEmulator";
import { createCertificate } from "../../Extension/LocalPortal/Sideload/certificate";
import { findAzureCli } from "./findAzureCli";

const cli = findAzureCli();

/** Tests that need Microsoft's CLI. Where it can't be had they are skipped, and the run says why. */
export const withAzureCli = "program" in cli ? describe : describe.skip;
if ("missing" in cli) {
  process.stderr.write(`The tests with Azure CLI are skipped: ${cli.missing}.\n`);
}

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The emulator as a cloud of Azure CLI, and a folder in which the CLI keeps all that it keeps. */
export interface AzureOfCli {
  readonly emulator: ArmEmulator;
  readonly behavior: SignInBehavior;
  readonly folder: string;
  /** Environment of programs that use the CLI. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs `az`. Resolves however it ends; `input` is told what it has said so far on its standard error. */
  az(args: readonly string[], watch?: (said: string) => void): Promise<Ended>;
  /** The JSON that `az` prints. Rejects with what it said when it fails. */
  json<T = unknown>(...args: readonly string[]): Promise<T>;
  /** Runs text as a script of a POSIX shell, in the folder, with `az` on its PATH. */
  shell(text: string): Promise<Ended>;
  /** Signs in as the emulator's service principal. */
  login(): Promise<void>;
  close(): Promise<void>;
}

interface AzureOfCliOptions {
  readonly scenario?: ScenarioName;
  /** How many times faster Azure's clock goes: what takes a minute there, tests don't wait for. */
  readonly speed?: number;
}

const cloudName = "emulator";

/** Starts it and registers the cloud, as `npm run arm -- --tls` prints it. */
export async function startAzureOfCli(options: AzureOfCliOptions = {}): Promise<AzureOfCli> {
  const { scenario = "busy", speed = 1 } = options;
  const begin = Date.now();
  const certificate = await createCertificate(new Date());
  // Longer than any run, however fast Azure's clock is.
  const behavior: SignInBehavior = { lifetimeSeconds: 30 * 86_400, refusal: undefined };
  const emulator = await startArmEmulator({
    scenario,
    tls: certificate,
    signIn: behavior,
    evaluationDelaySeconds: 0,
    graphLagSeconds: 0,
    now: () => new Date(begin + (Date.now() - begin) * speed),
  });
  const folder = mkdtempSync(path.join(tmpdir(), "azure-cli-"));
  const certFile = path.join(folder, "localhost.crt");
  writeFileSync(certFile, certificate.cert);
  if ("program" in cli) {
    symlinkSync(cli.program, path.join(folder, "az"));
  }
  const env: NodeJS.ProcessEnv = {
    HOME: folder,
    PATH: `${folder}${path.delimiter}${process.env.PATH ?? ""}`,
    LANG: "C.UTF-8",
    AZURE_CONFIG_DIR: path.join(folder, "config"),
    AZURE_CORE_COLLECT_TELEMETRY: "false",
    AZURE_CORE_NO_COLOR: "true",
    // Debian's 2.45 loads a library in two threads at once otherwise, and fails at it.
    AZURE_CORE_USE_MSAL_HTTP_CACHE: "false",
    REQUESTS_CA_BUNDLE: certFile,
    NODE_EXTRA_CA_CERTS: certFile,
  };
  const az: AzureOfCli["az"] = (args, watch) => run("az", args, folder, env, watch);
  const json = async <T>(...args: readonly string[]) => {
    const { code, stdout, stderr } = await az([...args, "--output", "json"]);
    if (code !== 0) {
      throw new Error(`az ${args.join(" ")}: ${code ?? "?"}\n${stderr}`);
    }
    return (stdout.trim() === "" ? undefined : JSON.parse(stdout)) as T;
  };
  const endpoints = { resourceManager: emulator.url, microsoftGraphResourceId: `${emulator.url}/graph` };
  await json("cloud", "register", "--name", cloudName, "--cloud-config", JSON.stringify({ endpoints }));
  await json("cloud", "set", "--name", cloudName);
  return {
    emulator,
    behavior,
    folder,
    env,
    az,
    json,
    shell: (text) => run("sh", ["-e", "-c", text], folder, env),
    async login() {
      const { client, world } = emulator;
      const flags = [
        "--username",
        client?.id ?? "",
        "--password",
        client?.secret ?? "",
        "--tenant",
        world.tenantId,
      ];
      await json("login", "--service-principal", ...flags);
    },
    async close() {
      await emulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  watch: (said: string) => void = () => undefined,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => (stdout += String(data)));
    child.stderr.on("data", (data) => {
      stderr += String(data);
      watch(stderr);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
